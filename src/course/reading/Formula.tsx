import { useEffect, useRef, type ReactNode } from 'react';
import { useElementSize } from '../../ui/useElementSize';

/** A formula on a line of its own. Where it is too wide it scrolls, and only then the keyboard stops at it. */
export function Formula({ children }: { readonly children: ReactNode }) {
  const box = useRef<HTMLSpanElement>(null);
  const { width, height } = useElementSize(box);
  useEffect(() => {
    const element = box.current;
    if (element === null) return;
    if (element.scrollWidth > element.clientWidth) element.setAttribute('tabindex', '0');
    else element.removeAttribute('tabindex');
  }, [width, height]);
  return (
    <span ref={box} className="katex">
      {children}
    </span>
  );
}
