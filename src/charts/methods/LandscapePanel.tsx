import { useMemo, useRef } from 'react';
import { formatSignificant } from '../../i18n/numberFormat';
import { useElementSize } from '../../ui/useElementSize';
import { useTextSize } from '../../ui/useTextSize';
import { plotScale } from '../plotScale';
import { linearTicks } from '../ticks';
import type { Grid, GridPlace } from './contours';
import type { Trajectory } from './trajectory';
import styles from './LandscapeMap.module.css';
import { LandscapeShade } from './LandscapeShade';

export interface LandscapePanelProps {
  readonly name: string;
  readonly grid: Grid;
  /** Ascending. */
  readonly levels: readonly number[];
  readonly lines: readonly (readonly [GridPlace, GridPlace])[];
  readonly runs: readonly Trajectory[];
  readonly pareto: ArrayLike<number> | null;
  readonly goal: readonly [number, number] | null;
  readonly axes: readonly [string, string];
}

const STAR = 'M0 -7 L1.7 -2.3 L6.7 -2.2 L2.7 0.9 L4.1 5.7 L0 2.9 L-4.1 5.7 L-2.7 0.9 L-6.7 -2.2 L-1.7 -2.3 Z';

/** One map: shaded heights, contours, the Pareto set, and the ways that were taken. */
export function LandscapePanel({ name, grid, levels, lines, runs, pareto, goal, axes }: LandscapePanelProps) {
  const frame = useRef<HTMLDivElement>(null);
  const { width } = useElementSize(frame);
  const fontSize = useTextSize();
  const [left, right, top] = [fontSize * 2.2, width - fontSize * 0.9, 6];
  const height = Math.max(0, right - left) * 0.92 + fontSize * 2.4 + top;
  const bottom = height - fontSize * 2.4;
  const geometry = useMemo(() => {
    if (right <= left) return null;
    const [x, y] = [plotScale('linear', grid.x, [left, right]), plotScale('linear', grid.y, [bottom, top])];
    const px = (column: number): string => (left + (column / (grid.columns - 1)) * (right - left)).toFixed(1);
    const py = (row: number): string => (bottom - (row / (grid.rows - 1)) * (bottom - top)).toFixed(1);
    const contours = lines.map(([a, b]) => `M${px(a[0])} ${py(a[1])}L${px(b[0])} ${py(b[1])}`).join('');
    return { x, y, contours };
  }, [grid, lines, left, right, top, bottom]);
  const trace = (points: ArrayLike<number>): string => {
    if (geometry === null) return '';
    const parts: string[] = [];
    for (let i = 0; i + 1 < points.length; i += 2) {
      const [px, py] = [geometry.x.place(points[i] ?? NaN), geometry.y.place(points[i + 1] ?? NaN)];
      parts.push(`${i === 0 ? 'M' : 'L'}${px.toFixed(1)} ${py.toFixed(1)}`);
    }
    return parts.join('');
  };
  const ticks = (range: readonly [number, number]): readonly number[] => linearTicks(range[0], range[1], 4);
  return (
    <div ref={frame} className={styles.frame} style={{ blockSize: Math.max(height, 40) }} role="img" aria-label={name}>
      {geometry !== null && (
        <>
          <LandscapeShade {...{ grid, levels, left, top }} width={right - left} height={bottom - top} />
          <svg className={styles.overlay} width={width} height={height} aria-hidden="true">
            <path className={styles.contour} d={geometry.contours} />
            <rect className={styles.box} x={left} y={top} width={right - left} height={bottom - top} />
            {ticks(grid.x).map((tick) => (
              <text
                key={tick}
                className={styles.tick}
                x={geometry.x.place(tick)}
                y={bottom + fontSize * 1.1}
                textAnchor="middle"
              >
                {formatSignificant(tick)}
              </text>
            ))}
            {ticks(grid.y).map((tick) => (
              <text
                key={tick}
                className={styles.tick}
                x={left - 4}
                y={geometry.y.place(tick)}
                dy="0.35em"
                textAnchor="end"
              >
                {formatSignificant(tick)}
              </text>
            ))}
            <text className={styles.axisName} x={(left + right) / 2} y={bottom + fontSize * 2.2} textAnchor="middle">
              {axes[0]}
            </text>
            <text className={styles.axisName} x={left + 5} y={top + fontSize * 1.1}>
              {axes[1]} ↑
            </text>
            {pareto !== null && <path className={styles.pareto} d={trace(pareto)} />}
            {runs.map((run, index) => (
              <g key={index}>
                <path className={styles.halo} d={trace(run.points)} />
                <path className={styles.way} d={trace(run.points)} />
              </g>
            ))}
            {goal !== null && (
              <path
                className={styles.goal}
                d={STAR}
                transform={`translate(${geometry.x.place(goal[0])} ${geometry.y.place(goal[1])})`}
              />
            )}
            {runs.map(({ points, state }, index) => {
              const last = points.length - 2;
              if (last < 0) return null;
              const [startX, startY] = [geometry.x.place(points[0] ?? 0), geometry.y.place(points[1] ?? 0)];
              const [endX, endY] = [geometry.x.place(points[last] ?? 0), geometry.y.place(points[last + 1] ?? 0)];
              return (
                <g key={index}>
                  <circle className={styles.start} cx={startX} cy={startY} r="4.5" />
                  {state === 'stuck' ? (
                    <path className={styles.cross} d={`M${endX - 5} ${endY - 5} l10 10 m0 -10 l-10 10`} />
                  ) : (
                    <circle className={styles.end} cx={endX} cy={endY} r={state === 'reached' ? 5 : 3.5} />
                  )}
                </g>
              );
            })}
          </svg>
        </>
      )}
    </div>
  );
}
