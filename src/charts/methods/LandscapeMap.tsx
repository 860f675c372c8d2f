import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { formatSignificant } from '../../i18n/numberFormat';
import { ArmKey } from '../../ui/ArmKey';
import { ChartFrame } from '../ChartFrame';
import { joinSentences } from '../joinSentences';
import { useCalm } from '../useCalm';
import { contour, contourLevels, type Grid } from './contours';
import styles from './LandscapeMap.module.css';
import { LandscapePanel } from './LandscapePanel';
import type { Trajectory, LandscapeMethod } from './trajectory';

export interface LandscapeMapProps {
  /** Mean of the two losses. */
  readonly grid: Grid;
  /** One small map each. */
  readonly methods: readonly LandscapeMethod[];
  /** Points that no step improves for both losses: x0, y0, x1, y1, ... */
  readonly pareto: ArrayLike<number> | null;
  /** Where the mean is lowest. */
  readonly goal: readonly [number, number] | null;
  readonly axes: readonly [string, string];
}

const LEVELS = 12;

/** The whole of training on a map: contours of the mean loss, and the way of each method from every start. */
export function LandscapeMap({ grid, methods: given, pareto, goal, axes }: LandscapeMapProps) {
  const { t } = useTranslation(['methods', 'charts']);
  const methods = useCalm(given);
  const levels = useMemo(() => contourLevels(grid, LEVELS), [grid]);
  const lines = useMemo(() => levels.flatMap((level) => contour(grid, level)), [grid, levels]);
  const count = (runs: readonly Trajectory[], state: Trajectory['state']): number =>
    runs.filter((run) => run.state === state).length;
  const sentence = ({ arm, runs }: LandscapeMethod): string =>
    t('methods:picture.landscape.summary', {
      arm: arm.label,
      all: runs.length,
      reached: count(runs, 'reached'),
      stuck: count(runs, 'stuck'),
    });
  const point = (points: ArrayLike<number>, index: number): string =>
    points.length < 2
      ? '–'
      : `(${formatSignificant(points[index] ?? NaN)}, ${formatSignificant(points[index + 1] ?? NaN)})`;
  return (
    <ChartFrame
      title={t('methods:picture.landscape.title')}
      summary={methods.length === 0 ? t('charts:chart.empty') : joinSentences(methods.map(sentence))}
      table={{
        columns: [
          t('methods:picture.landscape.method'),
          t('methods:picture.landscape.start'),
          t('methods:picture.landscape.now'),
          t('methods:picture.landscape.state'),
        ],
        rows: () =>
          methods.flatMap(({ arm, runs }) =>
            runs.map(({ points, state }) => [
              arm.label,
              point(points, 0),
              point(points, points.length - 2),
              t(`methods:picture.landscape.${state}`),
            ]),
          ),
      }}
      legend={
        <>
          <span>{t('methods:picture.landscape.height')}</span>
          <Sample name={t('methods:picture.landscape.startMark')}>
            <circle className={styles.start} cx="9" cy="9" r="5" />
          </Sample>
          <Sample name={t('methods:picture.landscape.reached')}>
            <circle className={styles.end} cx="9" cy="9" r="5" />
          </Sample>
          <Sample name={t('methods:picture.landscape.stuck')}>
            <path className={styles.cross} d="M4 4 L14 14 M14 4 L4 14" />
          </Sample>
          {pareto !== null && (
            <Sample name={t('methods:picture.landscape.pareto')}>
              <path className={styles.pareto} d="M0 9 H18" />
            </Sample>
          )}
          {goal !== null && <span>☆ {t('methods:picture.landscape.goal')}</span>}
        </>
      }
    >
      <div className={styles.panels}>
        {methods.map((method) => (
          <div key={method.arm.id} className={styles.panel}>
            <p>
              <ArmKey arm={method.arm} line={false} />
            </p>
            <LandscapePanel
              name={sentence(method)}
              {...{ grid, levels, lines, pareto, goal, axes }}
              runs={method.runs}
            />
          </div>
        ))}
      </div>
    </ChartFrame>
  );
}

function Sample({ name, children }: { readonly name: string; readonly children: React.ReactNode }) {
  return (
    <span className={styles.key}>
      <svg viewBox="0 0 18 18" className={styles.sample} aria-hidden="true">
        {children}
      </svg>
      {name}
    </span>
  );
}
