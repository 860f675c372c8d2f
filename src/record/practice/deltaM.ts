/**
 * Delta_m (Maninis et al. 2019; Vandenhende et al. 2021) with one score per task: the mean over tasks of the transfer gain,
 * a fraction (0.1 = 10 %). One number for an arm, and it hides which task pays: show it beside the gains of the tasks.
 */
import { mean } from '../../numeric/statistics';
import type { RunRecord } from '../runRecord';
import { verdictOf, type Verdict } from '../transferGain';
import { seedGains, type GainAddress } from './seedGains';
import { seedSummary, type SeedSummary } from './seedSummary';

export interface DeltaM {
  /** Paired by seed. */
  readonly value: SeedSummary;
  readonly verdict: Verdict;
}

/**
 * `null` without a baseline or scores, and where the baseline of a task is 0, so that its gain is no fraction.
 * @throws RangeError when an index lies outside the experiment
 */
export function deltaM(record: RunRecord, address: Omit<GainAddress, 'task'>): DeltaM | null {
  const tasks = record.tasks.map((_, task) => seedGains(record, { ...address, task }));
  if (tasks.some((gains) => gains === null || gains.summary.unit === 'difference')) return null;
  const value = seedSummary(
    record.spec.seeds.map((_, seed) => mean(tasks.map((gains) => gains?.values[seed] ?? Number.NaN))),
  );
  return { value, verdict: verdictOf(value.mean, value.halfWidth) };
}
