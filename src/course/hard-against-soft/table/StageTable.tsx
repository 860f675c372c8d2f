import { useTranslation } from 'react-i18next';
import { useRunMarks } from '../../../charts/fromRecord/useRunMarks';
import { formatSignificant } from '../../../i18n';
import type { RunRecord } from '../../../record/runRecord';
import { Interval } from '../../../ui/Interval';
import { SchemeGlyph } from '../../../ui/SchemeGlyph';
import type { LivePartProps } from '../../courseSlide';
import { schemeComparison, type SchemeScore } from '../../measure/schemeComparison';
import { usePresetRun } from '../../run/usePresetRun';
import styles from './StageTable.module.css';
import { tableSources, type TableSource } from './tableSources';

/** Data sets that have all schemes and fit on a screen read from the back row. */
const SHOWN: readonly TableSource['id'][] = ['angle', 'same', 'negated', 'penguins'];

/** Table 7 for the projector: gains only, large. The whole table is on the reading page. */
export function StageTable({ run, backend }: LivePartProps) {
  const { t } = useTranslation(['course', 'charts']);
  return (
    <table className={styles.table}>
      <caption className={styles.caption}>{t('course:hardAgainstSoft.present.tableCaption')}</caption>
      <thead>
        <tr>
          <th scope="col">{t('course:hardAgainstSoft.table.data')}</th>
          <th scope="col">
            <SchemeGlyph kind="hard" /> {t('charts:scheme.hard')}
          </th>
          <th scope="col">
            <SchemeGlyph kind="hard" /> {t('charts:scheme.full')}
          </th>
          <th scope="col">
            <SchemeGlyph kind="soft" /> {t('charts:scheme.soft')}
          </th>
        </tr>
      </thead>
      <tbody>
        {tableSources
          .filter(({ id }) => SHOWN.includes(id))
          .map((source) =>
            source.preset === run.preset ? (
              run.record !== null && (
                <Rows key={source.id} source={source} record={run.record} evaluation={run.evaluation} />
              )
            ) : (
              <Recorded key={source.id} source={source} backend={backend} />
            ),
          )}
      </tbody>
    </table>
  );
}

function Recorded({ source, backend }: { readonly source: TableSource } & Pick<LivePartProps, 'backend'>) {
  const { record } = usePresetRun(source.preset, backend);
  return record === null ? null : <Rows source={source} record={record} evaluation={-1} />;
}

interface RowsProps {
  readonly source: TableSource;
  readonly record: RunRecord;
  readonly evaluation: number;
}

function Rows({ source, record, evaluation }: RowsProps) {
  const { t } = useTranslation('course');
  const { tasks } = useRunMarks(record.spec, record.tasks);
  return schemeComparison(record, evaluation, source.tasks).map(({ value, task, hard, full, soft }) => {
    const place = record.tasks.findIndex((shape) => shape === task);
    const detail =
      task === null ? (value === null ? '' : `${formatSignificant(value)}°`) : (tasks[place]?.name ?? task.name);
    return (
      <tr key={`${value ?? ''}|${task?.name ?? ''}`}>
        <th scope="row">
          {t(`hardAgainstSoft.shortData.${source.id}`)} {detail}
        </th>
        <Gain score={hard} />
        <Gain score={full} />
        <Gain score={soft} />
      </tr>
    );
  });
}

function Gain({ score }: { readonly score: SchemeScore | null }) {
  const { t } = useTranslation('learn');
  const gain = score?.gain ?? null;
  if (gain === null) return <td>–</td>;
  return (
    <td>
      <Interval
        mean={gain.gain}
        halfWidth={gain.halfWidth}
        style={gain.unit === 'ratio' ? 'percent' : 'number'}
        signed
      />{' '}
      <span className={styles.verdict} data-verdict={gain.verdict}>
        {t(`verdict.${gain.verdict}`)}
      </span>
    </td>
  );
}
