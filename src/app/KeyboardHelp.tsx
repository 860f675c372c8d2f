import { lazy, Suspense, useEffect } from 'react';
import { isFreeKey } from '../pages/lab/isFreeKey';

const KeyList = lazy(async () => ({ default: (await import('./KeyList')).KeyList }));

export interface KeyboardHelpProps {
  readonly open: boolean;
  readonly onOpenChange: (open: boolean) => void;
}

/** The list of keys, fetched when it is first asked for; `?` opens it on every page that has a header. */
export function KeyboardHelp({ open, onOpenChange }: KeyboardHelpProps) {
  useEffect(() => {
    function onKey(event: KeyboardEvent): void {
      const target = event.target instanceof Element ? event.target : null;
      const { key, ctrlKey, metaKey, altKey, defaultPrevented } = event;
      if (key !== '?' || !isFreeKey({ key, ctrlKey, metaKey, altKey, defaultPrevented, target })) return;
      event.preventDefault();
      onOpenChange(true);
    }
    window.addEventListener('keydown', onKey);
    return () => window.removeEventListener('keydown', onKey);
  }, [onOpenChange]);

  if (!open) return null;
  return (
    <Suspense fallback={null}>
      <KeyList onClose={() => onOpenChange(false)} />
    </Suspense>
  );
}
