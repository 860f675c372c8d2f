/** When a network has left the numbers, and which one. Judged on numbers read back. */
import type { ExperimentSpec } from '../spec/experiment';
import type { LaneGroup } from './laneGroups';
import { blockPlaces } from './mergeEvaluations';
import { DivergenceError } from './trainer';

/** A loss this many times its first value (at least 1) is not training any more. */
const LOSS_GROWTH = 1e6;
const LARGEST_WEIGHT = 1e8;

export interface Culprit {
  readonly row: number;
  readonly quantity: 'loss' | 'weight';
  readonly value: number;
}

/** Not finite counts as infinitely bad, so that NaN is never the smaller of two. */
const badness = (value: number): number => (Number.isFinite(value) ? Math.abs(value) : Infinity);

/** The worst row beyond the bounds, or `null` when all are within. */
export function findDiverged(losses: Float32Array, first: Float32Array, theta: Float32Array): Culprit | null {
  let worst: Culprit | null = null;
  let worstBy = 1;
  const consider = (row: number, quantity: Culprit['quantity'], value: number, bound: number): void => {
    const by = badness(value) / bound;
    if (by > worstBy) {
      worst = { row, quantity, value };
      worstBy = by;
    }
  };
  losses.forEach((loss, row) => consider(row, 'loss', loss, LOSS_GROWTH * Math.max(1, first[row] ?? 1)));
  const columns = theta.length / losses.length;
  theta.forEach((weight, i) => {
    if (!(Math.abs(weight) <= LARGEST_WEIGHT)) consider(Math.floor(i / columns), 'weight', weight, LARGEST_WEIGHT);
  });
  return worst;
}

/** The error that names network, task and step. @param group the lanes in which the culprit's row is counted */
export function divergenceError(
  whole: ExperimentSpec,
  group: LaneGroup,
  tasks: number,
  step: number,
  culprit: Culprit,
): DivergenceError {
  const { spec } = group;
  const own = Math.floor(culprit.row / tasks);
  const lane = blockPlaces(whole, group, true)[own] ?? own;
  const seed = spec.seeds[own % spec.seeds.length] ?? 0;
  const arm = spec.arms[Math.floor(own / spec.seeds.length) % spec.arms.length]?.id ?? '';
  return new DivergenceError({ step, lane, arm, seed, task: culprit.row % tasks }, culprit.quantity, culprit.value);
}
