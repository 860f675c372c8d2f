import { meanInterval } from '../numeric/statistics';
import { seedValues, type Address } from './quantity';
import type { RunRecord } from './runRecord';

/** Mean over seeds with its 95 % t band; equal lengths, ascending steps. `null` bands = a single seed. */
export interface Curve {
  readonly steps: readonly number[];
  readonly mean: readonly number[];
  readonly low: readonly number[] | null;
  readonly high: readonly number[] | null;
}

/**
 * One quantity of one point and arm over the run. Evaluations that lack the quantity (not measured, or dropped from a
 * recording) are left out.
 * @throws RangeError when an index lies outside the experiment.
 */
export function curve(record: RunRecord, address: Address): Curve {
  const steps: number[] = [];
  const mean: number[] = [];
  const low: number[] = [];
  const high: number[] = [];
  for (const evaluation of record.evaluations) {
    const values = seedValues(record, evaluation, address);
    if (values.length === 0) continue;
    const interval = meanInterval(values);
    steps.push(evaluation.step);
    mean.push(interval.mean);
    low.push(interval.mean - interval.halfWidth);
    high.push(interval.mean + interval.halfWidth);
  }
  return record.spec.seeds.length < 2 ? { steps, mean, low: null, high: null } : { steps, mean, low, high };
}

/** The same, one line per seed instead of mean and band: `values[seed][i]` at `steps[i]`. */
export function seedCurves(
  record: RunRecord,
  address: Address,
): { readonly steps: readonly number[]; readonly values: readonly (readonly number[])[] } {
  const measured = record.evaluations
    .map((evaluation) => ({ step: evaluation.step, values: seedValues(record, evaluation, address) }))
    .filter((entry) => entry.values.length > 0);
  return {
    steps: measured.map((entry) => entry.step),
    values: record.spec.seeds.map((_, seed) => measured.map((entry) => entry.values[seed] ?? Number.NaN)),
  };
}
