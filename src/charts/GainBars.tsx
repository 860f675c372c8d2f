import { lazy, Suspense, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { ArmKey } from '../ui/ArmKey';
import { TaskKey } from '../ui/TaskKey';
import { useElementSize } from '../ui/useElementSize';
import { useTextSize } from '../ui/useTextSize';
import { ChartFrame } from './ChartFrame';
import type { GainBarsProps } from './chartProps';
import styles from './GainBars.module.css';
import { gainLimit } from './gainLimit';
import { gainRows } from './gainRows';
import { gainSummary } from './gainSummary';
import { gainText, VERDICT_ARROW } from './gainText';
import { useCalm } from './useCalm';

/** The drawing library is fetched only when there are bars to draw; words and numbers do not wait for it. */
const GainBarsPlot = lazy(() => import('./GainBarsPlot').then((module) => ({ default: module.GainBarsPlot })));

/** Transfer gain per task and way of sharing, with t intervals, a zero line, wins of n, and a verdict in words. */
export function GainBars(props: GainBarsProps) {
  const { tasks, arms, unit } = props;
  const { t } = useTranslation('charts');
  const bars = useCalm(props.bars);
  const plot = useRef<HTMLDivElement>(null);
  const { width } = useElementSize(plot);
  const fontSize = useTextSize();
  const rowHeight = Math.round(fontSize * 1.95);
  const axisHeight = Math.round(fontSize * 1.9);
  const lines = gainRows(tasks, arms, bars);
  const limit = props.limit ?? gainLimit(bars);
  const table = {
    columns: [
      t('gain.columns.task'),
      t('gain.columns.arm'),
      t('gain.columns.gain'),
      t('gain.columns.wins'),
      t('gain.columns.verdict'),
    ],
    rows: () =>
      lines.flatMap((line) =>
        line.kind === 'task'
          ? []
          : [
              [
                line.task.name,
                line.arm.label,
                gainText(line.bar, unit),
                `${line.bar.wins}/${line.bar.seeds}`,
                t(`gain.${line.bar.verdict}`),
              ],
            ],
      ),
  };
  const row = { blockSize: rowHeight };
  return (
    <ChartFrame
      title={t('gain.title')}
      summary={gainSummary(tasks, arms, bars, unit, t)}
      table={table}
      legend={<span>{t('gain.help')}</span>}
    >
      {lines.length > 0 && (
        <div className={styles.grid}>
          <div className={styles.names}>
            {lines.map((line) => (
              <div key={line.key} className={styles.line} style={row}>
                {line.kind === 'task' ? <TaskKey task={line.task} /> : <ArmKey arm={line.arm} line={false} short />}
              </div>
            ))}
          </div>
          <div
            ref={plot}
            className={styles.plot}
            style={{ blockSize: rowHeight * lines.length + axisHeight }}
            aria-hidden="true"
          >
            {width > 0 && (
              <Suspense fallback={null}>
                <GainBarsPlot {...{ lines, unit, limit, width, rowHeight, axisHeight, fontSize }} />
              </Suspense>
            )}
          </div>
          <div className={styles.numbers}>
            {lines.map((line) => (
              <div key={line.key} className={styles.line} style={row}>
                {line.kind === 'bar' && (
                  <>
                    <span className={styles.gain}>{gainText(line.bar, unit)}</span>
                    <span className={styles.verdict} data-verdict={line.bar.verdict}>
                      <span aria-hidden="true">{VERDICT_ARROW[line.bar.verdict]}</span>{' '}
                      <span className={styles.word}>{t(`gain.${line.bar.verdict}`)}</span>
                    </span>
                    <span className={styles.wins}>
                      {t('gain.wins', { wins: line.bar.wins, seeds: line.bar.seeds })}
                    </span>
                  </>
                )}
              </div>
            ))}
          </div>
          <p className={styles.axis}>{t(unit === 'ratio' ? 'gain.axisRatio' : 'gain.axisAbsolute')}</p>
        </div>
      )}
    </ChartFrame>
  );
}
