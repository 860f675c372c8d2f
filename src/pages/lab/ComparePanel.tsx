import { memo, useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { RunMarks } from '../../charts/fromRecord/useRunMarks';
import { formatInteger, formatSignificant } from '../../i18n';
import { compareRecords } from '../../record/compareRecords';
import type { RunRecord } from '../../record/runRecord';
import { ArmKey } from '../../ui/ArmKey';
import { Button } from '../../ui/Button';
import { Interval } from '../../ui/Interval';
import { TaskKey } from '../../ui/TaskKey';
import { useLab, useLabState } from './LabContext';
import styles from './Panel.module.css';

/** Differences listed before the rest is only counted. */
const SHOWN = 4;

export interface ComparePanelProps {
  readonly record: RunRecord;
  readonly pinned: RunRecord | null;
  readonly marks: RunMarks;
}

/** Keep a run and hold the next one against it: what was changed, and what became of it. */
export const ComparePanel = memo(function ComparePanel({ record, pinned, marks }: ComparePanelProps) {
  const { t } = useTranslation('lab');
  const { session } = useLab();
  const isOther = pinned !== null && pinned.spec !== record.spec;
  return (
    <section className={styles.panel}>
      <h2>{t('compare.title')}</h2>
      <div className={styles.actions}>
        <Button
          onClick={() => session.pin()}
          disabledReason={record.evaluations.length < 2 ? t('compare.empty') : null}
        >
          {t('compare.pin')}
        </Button>
        {pinned !== null && <Button onClick={() => session.unpin()}>{t('compare.unpin')}</Button>}
      </div>
      {pinned === null && <p className={styles.note}>{t('compare.pinHelp')}</p>}
      {isOther && <Comparison before={pinned} after={record} marks={marks} />}
    </section>
  );
});

interface ComparisonProps {
  readonly before: RunRecord;
  readonly after: RunRecord;
  readonly marks: RunMarks;
}

function Comparison({ before, after, marks }: ComparisonProps) {
  const { t } = useTranslation('lab');
  const point = useLabState((state) => state.point);
  const comparison = useMemo(() => compareRecords(before, after), [before, after]);
  if (comparison === null) return null;
  const { differences, step } = comparison;
  const rows = comparison.scores.filter((score) => score.point === Math.min(point, before.spec.points.length - 1));
  return (
    <>
      <h3>{t('compare.differences')}</h3>
      {differences.length === 0 ? (
        <p className={styles.note}>{t('compare.none')}</p>
      ) : (
        <ul className={styles.plain}>
          {differences.slice(0, SHOWN).map(({ path, before: old, after: now }) => (
            <li key={path}>
              <code>{path}</code>: {written(old)} → {written(now)}
            </li>
          ))}
          {differences.length > SHOWN && <li>{t('compare.more', { n: differences.length - SHOWN })}</li>}
        </ul>
      )}
      {differences.length > 1 && <p className={styles.note}>{t('compare.several')}</p>}
      <p className={styles.note}>{t('compare.step', { step: formatInteger(step) })}</p>
      <table className={styles.table}>
        <thead>
          <tr>
            <th scope="col">{t('compare.arm')}</th>
            <th scope="col">{t('compare.task')}</th>
            <th scope="col">{t('compare.before')}</th>
            <th scope="col">{t('compare.after')}</th>
            <th scope="col">{t('compare.change')}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => {
            const id = before.spec.arms[row.arm]?.id;
            const arm = marks.arms.find((mark) => mark.id === id);
            const name = before.tasks[row.task]?.name;
            const task = marks.tasks[after.tasks.findIndex((shape) => shape.name === name)];
            if (arm === undefined || task === undefined) return null;
            return (
              <tr key={`${row.arm}-${row.task}`}>
                <th scope="row">
                  <ArmKey arm={arm} line={false} />
                </th>
                <td>
                  <TaskKey task={task} />
                </td>
                <td>{formatSignificant(row.before)}</td>
                <td>{formatSignificant(row.after)}</td>
                <td>
                  <Interval mean={row.improvement} halfWidth={row.halfWidth} signed /> {t(`compare.${row.verdict}`)}
                </td>
              </tr>
            );
          })}
        </tbody>
      </table>
    </>
  );
}

function written(value: unknown): string {
  if (value === undefined) return '–';
  return typeof value === 'number' ? formatSignificant(value) : JSON.stringify(value);
}
