import { useTranslation } from 'react-i18next';
import { formatSignificant } from '../../../i18n';
import type { RunRecord } from '../../../record/runRecord';
import { Interval } from '../../../ui/Interval';
import { judgeSetting } from '../../exercise/judgeSetting';
import { measureSlices } from '../../measure/slice';
import styles from './SettingResult.module.css';

/** Goal by goal what the run showed, then why, and what to try next. */
export function SettingResult({ record }: { readonly record: RunRecord }) {
  const { t } = useTranslation(['course', 'learn']);
  const [slice] = measureSlices(record, -1);
  const soft = record.spec.arms[1]?.scheme;
  if (slice === undefined || soft?.kind !== 'soft') return null;
  const goals = [
    { id: 'alone', gain: slice.softOverAlone },
    { id: 'hard', gain: slice.softOverHard },
  ] as const;
  const outcome = judgeSetting(slice);
  return (
    <>
      <p>
        {t('course:hardAgainstSoft.find.setting', {
          angle: formatSignificant(slice.value ?? 0),
          lambda: formatSignificant(soft.lambda),
        })}
      </p>
      <dl className={styles.goals}>
        {goals.map(({ id, gain }) => (
          <div key={id}>
            <dt>{t(`course:hardAgainstSoft.find.over.${id}`)}</dt>
            <dd>
              <Interval mean={gain.gain} halfWidth={gain.halfWidth} style="percent" signed />{' '}
              {t(`learn:verdict.${gain.verdict}`)}
              <span className={styles.basis}> {t('learn:gain.basis', { wins: gain.wins, seeds: gain.n })}</span>
            </dd>
          </div>
        ))}
      </dl>
      <p>
        <strong>{t(outcome === 'found' ? 'learn:exercise.right' : 'learn:exercise.notYet')}</strong>{' '}
        {t(`course:hardAgainstSoft.find.outcome.${outcome}`)}
      </p>
    </>
  );
}
