import type { GoldenNumbers } from './goldenRun';

export interface GoldenComparison {
  /** Largest difference, relative to the stored number or to the typical size of its array, whichever is larger. */
  readonly deviation: number;
  /** Name of the array it is in. */
  readonly where: string;
}

/** How far the numbers are from the stored ones; Infinity when they are not comparable or not finite. */
export function compareGolden(measured: GoldenNumbers, stored: GoldenNumbers): GoldenComparison {
  let worst: GoldenComparison = { deviation: 0, where: '' };
  for (const [where, expected] of Object.entries(stored)) {
    const deviation = arrayDeviation(measured[where] ?? [], expected);
    if (deviation > worst.deviation) worst = { deviation, where };
  }
  return worst;
}

function arrayDeviation(measured: readonly number[], expected: readonly number[]): number {
  if (measured.length !== expected.length) return Infinity;
  const typical = Math.sqrt(expected.reduce((sum, value) => sum + value * value, 0) / expected.length);
  let worst = 0;
  for (const [index, value] of expected.entries()) {
    const difference = Math.abs((measured[index] ?? NaN) - value);
    // Anything compared with NaN is false: a NaN is told apart first.
    if (!Number.isFinite(difference)) return Infinity;
    const scale = Math.max(Math.abs(value), typical);
    if (difference > 0) worst = Math.max(worst, difference / scale);
  }
  return worst;
}
