/**
 * Rows on the line between two rows, ends included: (1 - s) a + s b at s = 0, 1/(count-1), .., 1. The error along it shows
 * whether two trunks lie in one valley (linear mode connectivity, Frankle et al. 2020) and can be averaged.
 */
import type { Row } from './towerShape';
import { commonLength } from './weightedMean';

/** @throws RangeError for fewer than two points or rows of unequal length. */
export function pointsOnLine(a: Row, b: Row, count: number): readonly Float64Array[] {
  const length = commonLength([a, b]);
  if (!Number.isInteger(count) || count < 2) throw new RangeError(`a line has at least two points, not ${count}`);
  return Array.from({ length: count }, (_, point) => {
    const s = point / (count - 1);
    return Float64Array.from({ length }, (_, i) => (1 - s) * (a[i] ?? 0) + s * (b[i] ?? 0));
  });
}
