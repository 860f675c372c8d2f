import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { TowerRow } from '../../charts/fromRecord/TowerRow';
import { towerView } from '../../charts/fromRecord/towerView';
import type { RunMarks } from '../../charts/fromRecord/useRunMarks';
import { formatPercent, formatSignificant } from '../../i18n';
import type { RunRecord } from '../../record/runRecord';
import styles from './HomeFigure.module.css';

export interface HomeTowersProps {
  readonly record: RunRecord;
  /** Index into `record.evaluations`, `-1` = the newest. */
  readonly evaluation: number;
  readonly arms: readonly number[];
  readonly marks: RunMarks;
  readonly point: number;
}

/** The three lanes side by side, each with what it does in one sentence. */
export function HomeTowers({ record, evaluation, arms, marks, point }: HomeTowersProps) {
  const { t } = useTranslation('home');
  const views = useMemo(
    () =>
      arms.map((arm) =>
        towerView(
          record,
          { point, arm, evaluation },
          {
            ...marks,
            formatScore: (score, kind) => (kind === 'accuracy' ? formatPercent(score) : formatSignificant(score)),
          },
        ),
      ),
    [record, evaluation, arms, marks, point],
  );
  const lanes = arms.flatMap((arm, place) => {
    const view = views[place];
    const mark = marks.arms[arm];
    return view === undefined || view === null || mark === undefined
      ? []
      : [{ mark, view, caption: mark.kind === 'mixed' ? null : t(mark.kind) }];
  });
  return (
    <div className={styles.towers}>
      <TowerRow lanes={lanes} />
    </div>
  );
}
