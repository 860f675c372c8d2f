import { useTranslation } from 'react-i18next';
import type { RunMarks } from '../../charts/fromRecord/useRunMarks';
import { jointGain } from '../../course/measure/jointGain';
import { baselineArm } from '../../record/baselineArm';
import type { RunRecord } from '../../record/runRecord';
import { ArmKey } from '../../ui/ArmKey';
import { formatInterval } from '../../ui/formatInterval';
import styles from './HomeFigure.module.css';

export interface HomeGainsProps {
  readonly record: RunRecord;
  /** Index into `record.evaluations`, `-1` = the newest. */
  readonly evaluation: number;
  readonly arms: readonly number[];
  readonly marks: RunMarks;
  readonly point: number;
}

/** The verdict in words: paired over seeds, mean of both tasks, called by name only where the interval excludes zero. */
export function HomeGains({ record, evaluation, arms, marks, point }: HomeGainsProps) {
  const { t } = useTranslation('home');
  const baseline = baselineArm(record.spec);
  // Before the first step all lanes are equal: no verdict, not even an undecided one.
  const begun = (record.evaluations.at(evaluation)?.step ?? 0) > 0;
  return (
    <dl className={styles.verdicts}>
      {arms
        .filter((arm) => arm !== baseline)
        .map((arm) => {
          const mark = marks.arms[arm];
          if (mark === undefined) return null;
          const gain =
            baseline === null || !begun
              ? null
              : jointGain(record, evaluation, { point, arm, against: baseline, split: 'test' });
          const size = gain === null ? 0 : gain.verdict === 'undecided' ? gain.gain : Math.abs(gain.gain);
          return (
            <div key={mark.id}>
              <dt>
                <ArmKey arm={mark} line={false} />
              </dt>
              <dd data-verdict={gain?.verdict}>
                <span aria-hidden="true" className={styles.arrow}>
                  {gain === null ? '' : { helps: '↓', hurts: '↑', undecided: '~' }[gain.verdict]}
                </span>
                {gain === null
                  ? t('verdict.waiting')
                  : t(`verdict.${gain.verdict}`, {
                      gain: formatInterval(size, gain.halfWidth, {
                        style: 'percent',
                        signed: gain.verdict === 'undecided',
                      }),
                    })}
              </dd>
            </div>
          );
        })}
    </dl>
  );
}
