import type { ReactNode } from 'react';
import { useId } from 'react';
import styles from './ExerciseFrame.module.css';

export interface ExerciseFrameProps {
  readonly label: string;
  readonly title: string;
  readonly children: ReactNode;
}

/** The same frame around every exercise, so that one sees from afar: here I do something. */
export function ExerciseFrame({ label, title, children }: ExerciseFrameProps) {
  const id = useId();
  return (
    <section className={styles.frame} aria-labelledby={id}>
      <p className={styles.label}>{label}</p>
      <h3 id={id} className={styles.title}>
        {title}
      </h3>
      {children}
    </section>
  );
}

/** One numbered step of an exercise; a step whose time has not come says what it waits for. */
export function ExerciseStep({
  number,
  title,
  waiting,
  children,
}: {
  readonly number: number;
  readonly title: string;
  readonly waiting?: string | null;
  readonly children?: ReactNode;
}) {
  const blocked = waiting !== undefined && waiting !== null;
  return (
    <div className={styles.step} data-blocked={blocked}>
      <h4 className={styles.stepTitle}>
        <span className={styles.number}>{number}</span> {title}
      </h4>
      {blocked ? <p className={styles.waiting}>{waiting}</p> : <div className={styles.body}>{children}</div>}
    </div>
  );
}
