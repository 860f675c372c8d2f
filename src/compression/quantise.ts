/**
 * Symmetric uniform quantisation: every weight becomes the nearest multiple of Delta = max|w| / (2^(bits-1) - 1), so
 * |w - w_hat| <= Delta / 2, zero stays zero, and w and -w are treated alike. One Delta per layer ("per tensor", the usual
 * choice); biases stay as they are.
 */
import type { Part, Row, TowerShape } from '../fusion/towerShape';
import { weightColumns } from './weightColumns';

export interface QuantisedRow {
  readonly row: Float64Array;
  /** Delta of each quantised layer; 0 where all its weights are zero. */
  readonly steps: readonly number[];
}

/**
 * A quantised copy of a tower's row.
 * @param bits bits per weight, sign included, at least 2
 * @param outputs output width of the task
 */
export function quantiseRow(tower: TowerShape, row: Row, on: Part, bits: number, outputs: number): QuantisedRow {
  if (!Number.isInteger(bits) || bits < 2) throw new RangeError(`at least 2 bits, got ${bits}`);
  const levels = 2 ** (bits - 1) - 1;
  const quantised = Float64Array.from(row);
  const steps = weightColumns(tower, on, outputs).map((columns) => {
    const step = columns.reduce((most, column) => Math.max(most, Math.abs(row[column] ?? 0)), 0) / levels;
    if (step === 0) return 0;
    for (const column of columns) {
      const value = row[column] ?? 0;
      quantised[column] = Math.sign(value) * Math.round(Math.abs(value) / step) * step;
    }
    return step;
  });
  return { row: quantised, steps };
}
