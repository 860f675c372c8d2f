import { lazy, Suspense, useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { isFreeKey } from '../pages/lab/isFreeKey';
import styles from './KeyboardHelp.module.css';

const KeyList = lazy(async () => ({ default: (await import('./KeyList')).KeyList }));

/** Shows the list of keys with `?`, on every page that has a header. */
export function KeyboardHelp() {
  const { t } = useTranslation();
  const [open, setOpen] = useState(false);

  useEffect(() => {
    function onKey(event: KeyboardEvent): void {
      const target = event.target instanceof Element ? event.target : null;
      const { key, ctrlKey, metaKey, altKey, defaultPrevented } = event;
      if (key !== '?' || !isFreeKey({ key, ctrlKey, metaKey, altKey, defaultPrevented, target })) return;
      event.preventDefault();
      setOpen(true);
    }
    window.addEventListener('keydown', onKey);
    return () => window.removeEventListener('keydown', onKey);
  }, []);

  return (
    <>
      <button type="button" className={styles.open} aria-keyshortcuts="?" onClick={() => setOpen(true)}>
        {t('keys.open')} <kbd>?</kbd>
      </button>
      {open && (
        <Suspense fallback={null}>
          <KeyList onClose={() => setOpen(false)} />
        </Suspense>
      )}
    </>
  );
}
