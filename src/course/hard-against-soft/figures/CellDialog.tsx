import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { gainBars } from '../../../charts/fromRecord/gainBars';
import { lossSeries } from '../../../charts/fromRecord/lossSeries';
import { towerView } from '../../../charts/fromRecord/towerView';
import { GainBars } from '../../../charts/GainBars';
import { LossCurves } from '../../../charts/LossCurves';
import { Towers } from '../../../charts/Towers';
import { formatSignificant } from '../../../i18n';
import { baselineArm } from '../../../record/baselineArm';
import type { RunRecord } from '../../../record/runRecord';
import { Dialog } from '../../../ui/Dialog';
import { Interval } from '../../../ui/Interval';
import { jointGain } from '../../measure/jointGain';
import { useRunMarks } from '../../../charts/fromRecord/useRunMarks';
import styles from './CellDialog.module.css';

export interface CellDialogProps {
  readonly record: RunRecord;
  /** Indices into `spec.points` and `spec.arms`. */
  readonly point: number;
  readonly arm: number;
  readonly onClose: () => void;
}

/** What is inside one cell of the phase diagram: its curves beside alone, its towers, its gain per task. */
export function CellDialog({ record, point, arm, onClose }: CellDialogProps) {
  const { t } = useTranslation(['course', 'learn']);
  const marks = useRunMarks(record.spec, record.tasks);
  const [scale, setScale] = useState<'linear' | 'log'>('linear');
  const alone = baselineArm(record.spec);
  const spec = record.spec.arms[arm];
  const value = record.spec.points[point]?.value ?? null;
  const mark = marks.arms[arm];
  if (spec === undefined || mark === undefined || alone === null) return null;

  const gain = jointGain(record, -1, { point, arm, against: alone, split: 'test' });
  const gains = gainBars(record, -1, point);
  const towers = towerView(
    record,
    { point, arm, evaluation: -1 },
    { ...marks, formatScore: (score) => formatSignificant(score) },
  );
  const title = t('course:hardAgainstSoft.cell.title', { angle: formatSignificant(value ?? 0), arm: mark.label });
  return (
    <Dialog open onClose={onClose} title={title}>
      <div className={styles.cell}>
        {gain !== null && (
          <p className={styles.gain}>
            <span className={styles.number}>
              <Interval mean={gain.gain} halfWidth={gain.halfWidth} style="percent" signed />
            </span>{' '}
            {t(`learn:verdict.${gain.verdict}`)}
            <br />
            <span className={styles.basis}>{t('learn:gain.basis', { wins: gain.wins, seeds: gain.n })}</span>
          </p>
        )}
        <div className={styles.towers}>{towers !== null && <Towers {...towers} size="small" />}</div>
        <div className={styles.bars}>
          <GainBars
            tasks={marks.tasks}
            arms={[mark]}
            bars={gains.bars.filter((bar) => bar.arm === spec.id)}
            unit={gains.unit}
          />
        </div>
        <div className={styles.curves}>
          <LossCurves
            arms={[alone, arm].flatMap((index) => marks.arms[index] ?? [])}
            tasks={marks.tasks}
            lastStep={record.spec.training.steps}
            series={lossSeries(record, { point, arms: [alone, arm], splits: ['train', 'test'] })}
            scale={scale}
            onScaleChange={setScale}
            height={200}
          />
        </div>
      </div>
    </Dialog>
  );
}
