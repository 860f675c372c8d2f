/** Transfer gains seed by seed, where they are needed one by one; `transferGain` is their summary. */
import { baselineArm } from '../baselineArm';
import { seedValues } from '../quantity';
import type { RunRecord } from '../runRecord';
import { transferGain, type TransferGain } from '../transferGain';

export interface GainAddress {
  /** Default: 0. */
  readonly point?: number;
  readonly arm: number;
  readonly task: number;
  /** Index of the evaluation; default: the newest. */
  readonly evaluation?: number;
  /** Default: test. */
  readonly split?: 'validation' | 'test';
}

export interface SeedGains {
  readonly summary: TransferGain;
  /** One per seed; their mean is `summary.gain`. */
  readonly values: readonly number[];
}

/**
 * Gains of one arm on one task against training alone; `null` without a baseline or scores.
 * @throws RangeError when an index lies outside the experiment
 */
export function seedGains(record: RunRecord, address: GainAddress): SeedGains | null {
  const { point = 0, arm, task, split = 'test' } = address;
  const evaluation = record.evaluations.at(address.evaluation ?? -1);
  const baseline = baselineArm(record.spec);
  const shape = record.tasks[task];
  if (evaluation === undefined || baseline === null || shape === undefined) return null;
  const quantity = split === 'test' ? 'testScore' : 'validationScore';
  const alone = seedValues(record, evaluation, { point, arm: baseline, quantity, task });
  const shared = seedValues(record, evaluation, { point, arm, quantity, task });
  if (alone.length === 0) return null;
  const summary = transferGain(alone, shared, shape.score);
  const sign = shape.score === 'accuracy' ? 1 : -1;
  const scale = sign / (summary.unit === 'ratio' ? summary.aloneMean : 1);
  return { summary, values: alone.map((base, seed) => ((shared[seed] ?? Number.NaN) - base) * scale) };
}
