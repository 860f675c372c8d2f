import { Suspense, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Outlet, useNavigation } from 'react-router';
import { Header } from './Header';
import { KeyboardHelp } from './KeyboardHelp';
import { Notices } from './Notices';
import { PageSkeleton } from './PageSkeleton';
import styles from './Shell.module.css';
import { useDocumentTitle } from './useDocumentTitle';

/** What stands around every page except the presented slide. */
export function Shell() {
  const { t } = useTranslation();
  const main = useRef<HTMLElement>(null);
  const [keysOpen, setKeysOpen] = useState(false);
  const fetching = useNavigation().state === 'loading';
  useDocumentTitle();
  return (
    <div className={styles.shell}>
      {/* A button, not a link: the hash of the address belongs to the routes. */}
      <button type="button" className={styles.skip} onClick={() => main.current?.focus()}>
        {t('app.skip')}
      </button>
      <Header onShowKeys={() => setKeysOpen(true)} />
      <div className={styles.fetching} role="status" data-active={fetching}>
        {fetching ? t('loading') : ''}
      </div>
      <Notices />
      <main ref={main} tabIndex={-1} className={styles.main}>
        <Suspense fallback={<PageSkeleton />}>
          <Outlet />
        </Suspense>
        <KeyboardHelp open={keysOpen} onOpenChange={setKeysOpen} />
      </main>
    </div>
  );
}
