import { useEffect, useId, useLayoutEffect, useRef, useState } from 'react';
import type { HelpTipProps } from './controlProps';
import styles from './HelpTip.module.css';
import { tipPlace } from './tipPlace';

/**
 * A word that explains itself: on hover, on focus, on tap. Escape closes it, and one can move the pointer onto it
 * (WCAG 1.4.13). The explanation is the word's description for screen readers all the time.
 */
export function HelpTip({ children, help }: HelpTipProps) {
  const id = useId();
  const [open, setOpen] = useState(false);
  const word = useRef<HTMLButtonElement>(null);
  const tip = useRef<HTMLSpanElement>(null);

  useLayoutEffect(() => {
    if (!open || word.current === null || tip.current === null) return;
    const place = tipPlace(word.current.getBoundingClientRect(), tip.current.getBoundingClientRect(), {
      width: document.documentElement.clientWidth,
      height: document.documentElement.clientHeight,
    });
    tip.current.style.left = `${place.left}px`;
    tip.current.style.top = `${place.top}px`;
  }, [open]);

  useEffect(() => {
    if (!open) return;
    const close = (): void => setOpen(false);
    const onKey = (event: KeyboardEvent): void => {
      if (event.key === 'Escape') close();
    };
    document.addEventListener('keydown', onKey);
    window.addEventListener('scroll', close, { capture: true, passive: true });
    return () => {
      document.removeEventListener('keydown', onKey);
      window.removeEventListener('scroll', close, { capture: true });
    };
  }, [open]);

  return (
    <span className={styles.anchor} onPointerLeave={() => setOpen(false)}>
      <button
        type="button"
        ref={word}
        className={styles.word}
        aria-describedby={id}
        onPointerEnter={(event) => {
          if (event.pointerType === 'mouse') setOpen(true);
        }}
        onFocus={() => setOpen(true)}
        onBlur={() => setOpen(false)}
        onClick={() => setOpen(true)}
      >
        {children}
      </button>
      <span ref={tip} id={id} role="tooltip" className={styles.tip} data-open={open}>
        {help}
      </span>
    </span>
  );
}
