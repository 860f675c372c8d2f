import { useTranslation } from 'react-i18next';
import styles from './HomeFigure.module.css';

/** The figure's outline at its final size: nothing moves when it arrives. */
export function FigureSkeleton() {
  const { t } = useTranslation('home');
  return (
    <div className={styles.figure} role="status" aria-label={t('skeleton')}>
      <div className={styles.controls} />
      <div className={styles.blankRow}>
        {(['alone', 'hard', 'soft'] as const).map((kind) => (
          <div key={kind}>
            <p>{t(kind)}</p>
            <div className={styles.blankTower} />
          </div>
        ))}
      </div>
      <div className={styles.results}>
        <div className={styles.blankPanel} />
        <div className={styles.blankPanel} />
      </div>
    </div>
  );
}
