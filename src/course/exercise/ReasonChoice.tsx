import { useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import styles from './ReasonChoice.module.css';

export interface Reason {
  readonly id: string;
  readonly correct: boolean;
  readonly text: string;
  /** Why it is right or wrong: shown as soon as it is chosen. */
  readonly why: string;
  /** Hash address that sets up the lab so that one can see it. */
  readonly see: string;
}

export interface ReasonChoiceProps {
  readonly question: string;
  readonly reasons: readonly Reason[];
  readonly onAnswer: (id: string, correct: boolean) => void;
}

/** Pick the reason; every answer is explained, and one may go on picking. */
export function ReasonChoice({ question, reasons, onAnswer }: ReasonChoiceProps) {
  const { t } = useTranslation('learn');
  const name = useId();
  const [chosen, setChosen] = useState<string | null>(null);
  return (
    <fieldset className={styles.choice}>
      <legend className={styles.question}>{question}</legend>
      {reasons.map((reason) => {
        const picked = reason.id === chosen;
        return (
          <div key={reason.id} className={styles.option} data-picked={picked}>
            <label className={styles.label}>
              <input
                type="radio"
                name={name}
                checked={picked}
                onChange={() => {
                  setChosen(reason.id);
                  onAnswer(reason.id, reason.correct);
                }}
              />
              <span>{reason.text}</span>
            </label>
            <div role="status">
              {picked && (
                <p className={styles.why}>
                  <strong>{t(reason.correct ? 'exercise.right' : 'exercise.wrong')}</strong> {reason.why}{' '}
                  <a href={reason.see}>{t('exercise.see')}</a>
                </p>
              )}
            </div>
          </div>
        );
      })}
    </fieldset>
  );
}
