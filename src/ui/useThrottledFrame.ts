import { useCallback, useEffect, useRef } from 'react';

/**
 * Calls `run` with the newest argument at most once per animation frame; a pending call is dropped on unmount.
 * For pointer moves and slider drags, which arrive several times a frame.
 */
export function useThrottledFrame<T>(run: (argument: T) => void): (argument: T) => void {
  const newest = useRef<{ argument: T } | null>(null);
  const frame = useRef<number | null>(null);
  const runRef = useRef(run);
  useEffect(() => {
    runRef.current = run;
  }, [run]);
  useEffect(
    () => () => {
      if (frame.current !== null) cancelAnimationFrame(frame.current);
      frame.current = null;
    },
    [],
  );
  return useCallback((argument: T) => {
    newest.current = { argument };
    frame.current ??= requestAnimationFrame(() => {
      frame.current = null;
      const pending = newest.current;
      newest.current = null;
      if (pending !== null) runRef.current(pending.argument);
    });
  }, []);
}
