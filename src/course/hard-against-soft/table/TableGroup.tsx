import { useEffect, useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { useRunMarks } from '../../../charts/fromRecord/useRunMarks';
import { formatInteger, formatSignificant } from '../../../i18n';
import type { RunRecord } from '../../../record/runRecord';
import { BACKEND_NAMES } from '../../../ui/backendNames';
import { Button } from '../../../ui/Button';
import { schemeComparison, type ComparisonRow } from '../../measure/schemeComparison';
import type { PresetRun } from '../../run/presetRun';
import { ScoreCell } from './ScoreCell';
import styles from './TablePart.module.css';
import type { TableSource } from './tableSources';

export interface TableGroupProps {
  readonly source: TableSource;
  readonly run: PresetRun;
  /** Id of the group that was started last; the others stop, so that machines are not asked for six runs at once. */
  readonly active: string | null;
  readonly onStart: (id: string) => void;
}

/** The rows of one data set, under a line that says where its numbers come from. */
export function TableGroup({ source, run, active, onStart }: TableGroupProps) {
  const { t } = useTranslation(['course', 'learn']);
  const { record, state } = run;
  const live = state.source === 'live';
  const running = live && (state.phase === 'running' || state.phase === 'loading');
  const { pause } = run;
  useEffect(() => {
    if (running && active !== null && active !== source.id) pause();
  }, [running, active, source.id, pause]);

  const from =
    record === null
      ? t(run.recording === 'missing' ? 'learn:run.missing' : 'learn:run.fetching')
      : t(live ? 'learn:table.live' : 'learn:table.recorded', {
          backend: BACKEND_NAMES[record.backend.backend],
          seeds: record.spec.seeds.length,
          step: formatInteger(record.step),
          steps: formatInteger(record.spec.training.steps),
        });
  return (
    <tbody className={styles.group}>
      <tr className={styles.head}>
        <th scope="rowgroup" colSpan={5}>
          <div className={styles.headRow}>
            <span className={styles.name}>{t(`course:hardAgainstSoft.data.${source.id}`)}</span>
            <span className={styles.from}>{from}</span>
            <Button
              kind="quiet"
              label={t('learn:table.runLabel', { name: t(`course:hardAgainstSoft.data.${source.id}`) })}
              onClick={() => {
                onStart(source.id);
                run.toggle();
              }}
            >
              {t(
                running
                  ? 'learn:run.pause'
                  : live && state.phase === 'paused'
                    ? 'learn:run.continue'
                    : 'learn:table.run',
              )}
            </Button>
          </div>
        </th>
      </tr>
      {record !== null && record.evaluations.length > 0 ? (
        <Rows record={record} evaluation={live ? run.evaluation : -1} source={source} />
      ) : null}
    </tbody>
  );
}

interface RowsProps {
  readonly record: RunRecord;
  readonly evaluation: number;
  readonly source: TableSource;
}

function Rows({ record, evaluation, source }: RowsProps) {
  const { t } = useTranslation('course');
  const { tasks } = useRunMarks(record.spec, record.tasks);
  const rows = useMemo(() => schemeComparison(record, evaluation, source.tasks), [record, evaluation, source.tasks]);
  const name = ({ value, task }: ComparisonRow): string => {
    const place = record.tasks.findIndex((shape) => shape === task);
    const words = [
      value !== null && source.sweep === 'angle' ? `${formatSignificant(value)}°` : null,
      value !== null && source.sweep === 'labels'
        ? t('hardAgainstSoft.table.labels', { count: value, labels: formatInteger(value) })
        : null,
      task === null ? null : (tasks[place]?.name ?? task.name),
    ].filter((word) => word !== null);
    return words.length === 0 ? t('hardAgainstSoft.table.both') : words.join(' · ');
  };
  return rows.map((row) => (
    <tr key={`${row.value ?? ''}|${row.task?.name ?? ''}`}>
      <th scope="row">{name(row)}</th>
      <ScoreCell score={row.alone} />
      <ScoreCell score={row.hard} />
      <ScoreCell score={row.full} />
      <ScoreCell
        score={row.soft}
        {...(row.soft === null
          ? {}
          : {
              note: t(`hardAgainstSoft.table.lambda.${row.soft.scheme.on}`, {
                lambda: formatSignificant(row.soft.scheme.lambda),
              }),
            })}
      />
    </tr>
  ));
}
