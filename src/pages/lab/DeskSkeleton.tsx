import styles from './LabDesk.module.css';

/** Outline of the pictures at their final size, while the engine is on its way. */
export function DeskSkeleton() {
  return (
    <>
      <div className={styles.centre} aria-hidden="true">
        <div className={styles.blankHero} />
        <div className={styles.blankChart} />
      </div>
      <div className={styles.right} aria-hidden="true">
        <div className={styles.blankPanel} />
        <div className={styles.blankPanel} />
        <div className={styles.blankPanel} />
      </div>
    </>
  );
}
