import { useEffect, useRef, useState } from 'react';
import { useReducedMotion } from '../ui/useReducedMotion';

const CALM_INTERVAL = 1000;

/** The value itself, or, for readers who asked for less motion, the value at most once a second. */
export function useCalm<T>(value: T): T {
  const reduced = useReducedMotion();
  const [shown, setShown] = useState(value);
  const last = useRef(Number.NEGATIVE_INFINITY);
  useEffect(() => {
    if (!reduced) return;
    const wait = Math.max(0, last.current + CALM_INTERVAL - performance.now());
    const timer = setTimeout(() => {
      last.current = performance.now();
      setShown(value);
    }, wait);
    return () => {
      clearTimeout(timer);
    };
  }, [value, reduced]);
  return reduced ? shown : value;
}
