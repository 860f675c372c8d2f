/** Invented numbers that look like those of the methods: weights, mixtures, gates, affinities, ways over a landscape. */
import type { LandscapeMethod } from '../../src/charts/methods/trajectory';
import type { Grid } from '../../src/charts/methods/contours';
import type { InterpolationSeries } from '../../src/charts/methods/InterpolationCurve';
import type { SearchCell } from '../../src/charts/methods/searchCells';
import type { WeightSeries } from '../../src/charts/methods/weightSeries';
import type { ArmMark } from '../../src/ui/armMark';
import { LAST_STEP } from './syntheticRun';

/** A repeatable wobble in -1 .. 1; not random, only irregular. */
export function wobble(key: number): number {
  return Math.sin(key * 12.9898) * Math.cos(key * 4.1414 + 1.7);
}

export const methodArms: readonly ArmMark[] = ['PCGrad', 'MGDA', 'CAGrad', 'DWA'].map((label, index) => ({
  id: label,
  label,
  shortLabel: label,
  kind: 'hard',
  tension: 1 - index / 4,
}));

export function weightSeries(until: number): WeightSeries[] {
  const steps = Array.from({ length: Math.floor(until / 10) + 1 }, (_, i) => i * 10);
  return methodArms.flatMap(({ id }, a) =>
    [0, 1, 2].map((task): WeightSeries => {
      const end =
        [
          [0.34, 0.36, 0.3],
          [0.86, 0.09, 0.05],
          [0.55, 0.25, 0.2],
          [0.33, 0.33, 0.34],
        ][a]?.[task] ?? 0;
      const mean = steps.map((s) => 1 / 3 + (end - 1 / 3) * (1 - Math.exp(-s / 120)) + 0.015 * wobble(s + a + task));
      return { arm: id, task, steps, mean, low: mean.map((m) => m - 0.03), high: mean.map((m) => m + 0.03) };
    }),
  );
}

export function alpha(tasks: number, parts: number, own: number): number[] {
  const n = tasks * parts;
  return Array.from({ length: n * n }, (_, i) => {
    const [to, from] = [Math.floor(i / n), i % n];
    return (to === from ? own : (1 - own) / (n - 1)) + 0.04 * wobble(i + own * 10);
  });
}

export function gate(task: number, experts: number): number[] {
  const raw = Array.from({ length: experts }, (_, e) => Math.exp(1.6 * wobble(e * 3 + task * 7)));
  const sum = raw.reduce((a, b) => a + b, 0);
  return raw.map((one) => one / sum);
}

export function affinity(tasks: number): number[] {
  return Array.from({ length: tasks * tasks }, (_, i) => {
    const [from, to] = [Math.floor(i / tasks), i % tasks];
    if (from === to) return 0.11 + 0.01 * wobble(i);
    return (from % 2 === to % 2 ? 0.06 : -0.022) + 0.012 * wobble(i);
  });
}

/** The two losses of E4, their mean on a grid. */
function mean(x: number, y: number): number {
  const f1 = Math.log(Math.max(Math.abs(0.5 * (-x - 7) - Math.tanh(-y)), 5e-6)) + 6;
  const f2 = Math.log(Math.max(Math.abs(0.5 * (-x + 3) + Math.tanh(-y) + 2), 5e-6)) + 6;
  const [c1, c2] = [Math.max(Math.tanh(y / 2), 0), Math.max(Math.tanh(-y / 2), 0)];
  const q1 = ((-x + 7) ** 2 + 0.1 * (-y - 8) ** 2) / 10 - 20;
  const q2 = ((-x - 7) ** 2 + 0.1 * (-y - 8) ** 2) / 10 - 20;
  return (f1 * c1 + q1 * c2 + f2 * c1 + q2 * c2) / 2;
}

export function landscape(): Grid {
  const [columns, rows] = [121, 121];
  const values = Array.from({ length: columns * rows }, (_, i) =>
    mean(-10 + (20 * (i % columns)) / (columns - 1), -10 + (20 * Math.floor(i / columns)) / (rows - 1)),
  );
  return { x: [-10, 10], y: [-10, 10], columns, rows, values };
}

const STARTS = [
  [-8.5, 7.5],
  [-8.5, -5],
  [9, 9],
] as const;

export function ways(until: number): LandscapeMethod[] {
  const share = until / LAST_STEP;
  return methodArms.map((arm, a) => ({
    arm,
    runs: STARTS.map(([x0, y0], s) => {
      const stuck = a === 3 && s !== 1;
      const [x1, y1] = stuck ? [Math.sign(x0) * 5.1, 1.9] : [a === 2 ? 0 : -6 + 3.4 * s + a, -8.36];
      const points = Array.from({ length: Math.round(60 * share) + 1 }, (_, i) => {
        const t = i / 60;
        return [x0 + (x1 - x0) * t ** 1.4 + 0.7 * Math.sin(5 * t) * (1 - t), y0 + (y1 - y0) * t ** 0.8];
      }).flat();
      return { points, state: share < 1 ? 'running' : stuck ? 'stuck' : 'reached' } as const;
    }),
  }));
}

export function interpolation(arms: readonly ArmMark[]): InterpolationSeries[] {
  const steps = Array.from({ length: 11 }, (_, i) => i / 10);
  return arms.map((arm, a) => {
    const values = steps.map((s) => 0.06 + (a === 0 ? 0.18 : 0.74) * 4 * s * (1 - s) + 0.01 * s);
    return { arm: arm.id, steps, mean: values, low: values.map((v) => v * 0.85), high: values.map((v) => v * 1.15) };
  });
}

/** A digit-like blob. */
export function digit(seed: number): number[] {
  return Array.from({ length: 196 }, (_, i) => {
    const [x, y] = [(i % 14) - 6.5, Math.floor(i / 14) - 6.5];
    const ring = (cx: number, cy: number, r: number): number => Math.exp(-((Math.hypot(x - cx, y - cy) - r) ** 2));
    return Math.max(ring(-2, -1.5, 2.6 + wobble(seed)), ring(2.2, 1.8, 2.4 + wobble(seed + 4)) * (seed % 3 ? 1 : 0.7));
  });
}

export function searchCells(rows: number, columns: number, known: number): SearchCell[] {
  return Array.from({ length: rows * columns }, (_, i): SearchCell => {
    const [row, column] = [Math.floor(i / columns), i % columns];
    const mean = 0.11 + 0.05 * (row - 2.2) ** 2 + 0.018 * (column - 3) ** 2 + 0.008 * wobble(i);
    if (i === known) return { row, column, mean: null, halfWidth: null, state: 'running' };
    if (i > known) return { row, column, mean: null, halfWidth: null, state: 'pending' };
    return { row, column, mean, halfWidth: 0.012, state: mean > 0.4 ? 'stopped' : 'done' };
  });
}
