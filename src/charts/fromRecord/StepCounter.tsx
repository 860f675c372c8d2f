import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { formatInteger } from '../../i18n';
import type { Session, SessionState } from '../../session/session';
import styles from './StepCounter.module.css';

function shownStep({ record, cursor }: SessionState): number {
  if (record === null) return 0;
  return cursor === null ? record.step : (record.evaluations[cursor]?.step ?? record.step);
}

/** The step, large. Written past React: it changes every frame, and nothing else has to know. */
export function StepCounter({ session, steps }: { readonly session: Session; readonly steps: number }) {
  const { t } = useTranslation();
  const number = useRef<HTMLSpanElement>(null);
  useEffect(() => {
    const write = (state: SessionState): void => {
      if (number.current !== null) number.current.textContent = formatInteger(shownStep(state));
    };
    write(session.store.getState());
    return session.store.subscribe(write);
  }, [session]);
  return (
    <p className={styles.counter}>
      <span className={styles.word}>{t('step.word')}</span> <span ref={number} className={styles.number} />{' '}
      <span className={styles.of}>{t('step.of', { steps: formatInteger(steps) })}</span>
    </p>
  );
}
