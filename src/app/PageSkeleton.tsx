import { useTranslation } from 'react-i18next';
import styles from './PageSkeleton.module.css';

/** While a page is being fetched: the outline of one, at its final width, so that nothing jumps. */
export function PageSkeleton() {
  const { t } = useTranslation();
  return (
    <div className={styles.page} role="status">
      <span className={styles.word}>{t('loading')}</span>
      <div className={styles.title} />
      <div className={styles.figure} />
      <div className={styles.line} />
      <div className={styles.line} />
    </div>
  );
}
