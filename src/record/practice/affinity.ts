/**
 * Task affinity (TAG, Fifty et al. 2021): Z[i -> j] = 1 - L_j after a step on task i / L_j before it, averaged over a window of
 * the training. Only an early window tells which tasks belong together: near the optimum of the sum all gradients oppose
 * each other whatever the tasks.
 */
import type { Evaluation } from '../../training/events';
import { laneIndex } from '../../spec/experiment';
import type { RunRecord } from '../runRecord';
import { bestGrouping, type GroupingOptions } from './bestGrouping';
import { sameGrouping, type Grouping } from './grouping';
import { seedSummary, type SeedSummary } from './seedSummary';

export interface AffinityWindow {
  /** Default: 0. */
  readonly point?: number;
  readonly arm: number;
  /** First and last step of the window, both included. */
  readonly from: number;
  readonly to: number;
}

export interface Affinity {
  /** T x T, `cells[i * T + j]` = effect of a step on i on the loss of j. */
  readonly cells: readonly SeedSummary[];
  /** T x T means over the window, one per seed. */
  readonly perSeed: readonly Float64Array[];
}

/**
 * Affinities of one arm. `null` when nothing was measured in the window.
 * @param measured where an evaluation keeps affinities, [L*T*T] or empty
 */
export function meanAffinity(
  record: RunRecord,
  window: AffinityWindow,
  measured: (evaluation: Evaluation) => ArrayLike<number> = ({ affinity }) => affinity,
): Affinity | null {
  const size = record.tasks.length ** 2;
  const { point = 0, arm, from, to } = window;
  const matrices = record.evaluations
    .filter(({ step }) => step >= from && step <= to)
    .map(measured)
    .filter((values) => values.length > 0);
  if (matrices.length === 0) return null;
  const perSeed = record.spec.seeds.map((_, seed) => {
    const start = laneIndex(record.spec, { point, arm, seed }) * size;
    return Float64Array.from(
      { length: size },
      (_, at) => matrices.reduce((sum, values) => sum + (values[start + at] ?? Number.NaN), 0) / matrices.length,
    );
  });
  const cells = Array.from({ length: size }, (_, at) => seedSummary(perSeed.map((matrix) => matrix[at] ?? Number.NaN)));
  return { cells, perSeed };
}

export interface WithinAcross {
  /** Mean over ordered pairs of two tasks of one group, and of two groups; `null` where there is no such pair. */
  readonly within: SeedSummary | null;
  readonly across: SeedSummary | null;
}

/** How much larger T x T numbers are within the groups than across them. */
export function withinAcross(perSeed: readonly Float64Array[], groups: Grouping): WithinAcross {
  const tasks = groups.flat().length;
  const groupOf = (task: number) => groups.findIndex((group) => group.includes(task));
  const cells = Array.from({ length: tasks * tasks }, (_, at) => ({ at, i: Math.floor(at / tasks), j: at % tasks }));
  const pairs = cells.filter(({ i, j }) => i !== j);
  const summary = (wanted: boolean): SeedSummary | null => {
    const chosen = pairs.filter(({ i, j }) => (groupOf(i) === groupOf(j)) === wanted);
    if (chosen.length === 0) return null;
    return seedSummary(
      perSeed.map((matrix) => chosen.reduce((sum, { at }) => sum + (matrix[at] ?? Number.NaN), 0) / chosen.length),
    );
  };
  return { within: summary(true), across: summary(false) };
}

export interface Recovery {
  /** The best partition by each seed's numbers. */
  readonly groupings: readonly Grouping[];
  /** On how many seeds it is the expected one. */
  readonly hits: number;
}

/** Groups the tasks by each seed's T x T numbers (affinities or gains of pairs), and counts how often as expected. */
export function recoverGrouping(
  perSeed: readonly Float64Array[],
  expected: Grouping,
  options: GroupingOptions,
): Recovery {
  const tasks = expected.flat().length;
  const found = perSeed.map((matrix) => bestGrouping(matrix, tasks, options).groups);
  return { groupings: found, hits: found.filter((groups) => sameGrouping(groups, expected)).length };
}
