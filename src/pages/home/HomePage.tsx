import { lazy, Suspense } from 'react';
import { useTranslation } from 'react-i18next';
import type { BackendName } from '../../training/events';
import { Doors } from './Doors';
import { FigureSkeleton } from './FigureSkeleton';
import { HomeFooter } from './HomeFooter';
import styles from './HomePage.module.css';

// Charts, session and recording come after the first paint.
const HomeFigure = lazy(async () => ({ default: (await import('./HomeFigure')).HomeFigure }));

/** The first screen is the lab itself: three lanes, one sentence, one knob. */
export function HomePage({ backend }: { readonly backend: BackendName | null }) {
  const { t } = useTranslation('home');
  return (
    <div className={styles.page}>
      <div className={styles.lead}>
        <h1>{t('lead')}</h1>
        <p>{t('answer')}</p>
      </div>
      <Suspense fallback={<FigureSkeleton />}>
        <HomeFigure backend={backend} />
      </Suspense>
      <Doors />
      <HomeFooter />
    </div>
  );
}
