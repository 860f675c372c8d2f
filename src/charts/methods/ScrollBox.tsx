import { useEffect, useRef, type ReactNode } from 'react';
import { useElementSize } from '../../ui/useElementSize';
import heat from './HeatCells.module.css';

export interface ScrollBoxProps {
  /** Accessible name, where the keyboard has to stop. */
  readonly name: string;
  readonly children: ReactNode;
}

/** Holds what may be wider than its column. Where it is, it scrolls, and only then the keyboard stops at it. */
export function ScrollBox({ name, children }: ScrollBoxProps) {
  const box = useRef<HTMLDivElement>(null);
  const { width, height } = useElementSize(box);
  useEffect(() => {
    const element = box.current;
    if (element === null) return;
    if (element.scrollWidth > element.clientWidth + 1) element.setAttribute('tabindex', '0');
    else element.removeAttribute('tabindex');
  }, [width, height, children]);
  return (
    <div ref={box} className={heat.scroll} role="group" aria-label={name}>
      {children}
    </div>
  );
}
