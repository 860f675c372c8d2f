/**
 * What training in pairs says about tasks (Standley et al. 2020): gains of each task with each other one, from arms that
 * train some pairs together. One arm may hold several pairs; T tasks need T - 1 such arms for all (T even).
 */
import type { RunRecord } from '../runRecord';
import type { TransferGain } from '../transferGain';
import { groupingOf } from './grouping';
import { seedGains, type SeedGains } from './seedGains';

export interface PairGains {
  /** T x T, `cells[i * T + j]` = gain of task j when trained with i; `null` on the diagonal and for pairs without an arm. */
  readonly cells: readonly (TransferGain | null)[];
  /** T x T means, as `bestGrouping` takes them; 0 on the diagonal. `null` while a pair is missing. */
  readonly mean: Float64Array | null;
  /** The same for every seed. */
  readonly perSeed: readonly Float64Array[] | null;
}

export interface PairGainsOptions {
  /** Default: 0. */
  readonly point?: number;
  readonly evaluation?: number;
  /** Default: validation, since a grouping is to be chosen. */
  readonly split?: 'validation' | 'test';
}

/** The first arm that trains exactly these two tasks together. */
function pairArm(record: RunRecord, i: number, j: number): number | null {
  const index = record.spec.arms.findIndex((arm) =>
    groupingOf(arm, record.tasks.length)?.some((group) => group.length === 2 && group.includes(i) && group.includes(j)),
  );
  return index === -1 ? null : index;
}

/** @throws RangeError when point or evaluation lie outside the experiment */
export function pairGains(record: RunRecord, options: PairGainsOptions = {}): PairGains {
  const tasks = record.tasks.length;
  const { split = 'validation' } = options;
  const cells = Array.from({ length: tasks * tasks }, (_, at): SeedGains | null => {
    const [i, task] = [Math.floor(at / tasks), at % tasks];
    const arm = i === task ? null : pairArm(record, i, task);
    return arm === null ? null : seedGains(record, { ...options, split, arm, task });
  });
  const complete = cells.every((cell, at) => cell !== null || at % (tasks + 1) === 0);
  const matrixOf = (read: (cell: SeedGains) => number) =>
    Float64Array.from(cells, (cell) => (cell === null ? 0 : read(cell)));
  return {
    cells: cells.map((cell) => cell?.summary ?? null),
    mean: complete ? matrixOf((cell) => cell.summary.gain) : null,
    perSeed: complete ? record.spec.seeds.map((_, seed) => matrixOf((cell) => cell.values[seed] ?? Number.NaN)) : null,
  };
}
