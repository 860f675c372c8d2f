/** The rows of the table behind a line chart: one row per step, one column per curve. */
import { formatInterval } from '../ui/formatInterval';
import type { CurvePoints } from './curveSeries';

export interface NamedCurve {
  readonly name: string;
  readonly points: CurvePoints;
}

export function curveTable(stepName: string, curves: readonly NamedCurve[]) {
  return {
    columns: [stepName, ...curves.map((curve) => curve.name)],
    rows: (): readonly (readonly string[])[] => {
      const cells = new Map<number, string[]>();
      curves.forEach(({ points }, column) => {
        for (let i = 0; i < points.steps.length; i += 1) {
          const step = points.steps[i] ?? 0;
          const row = cells.get(step) ?? new Array<string>(curves.length).fill('–');
          const mean = points.mean[i] ?? Number.NaN;
          const high = points.high?.[i];
          row[column] = formatInterval(mean, high === undefined || high === mean ? null : high - mean);
          cells.set(step, row);
        }
      });
      return [...cells].sort(([a], [b]) => a - b).map(([step, row]) => [String(step), ...row]);
    },
  };
}
