/** Teachers on random features (RF): y = a.relu(B^T x), unit columns in B. */
import type { RandomStream } from '../numeric/random';
import { dot, drawVector } from './directions';
import type { Teacher } from './drawRows';

/** B as a list of columns: normal directions of length 1. Each has its own stream, so more features only append columns. */
export function drawFeatures(
  streamOf: (column: number) => RandomStream,
  dimension: number,
  features: number,
): readonly Float64Array[] {
  return Array.from({ length: features }, (_, column) => drawUnit(streamOf(column), dimension));
}

/** A uniformly random direction of length 1. */
export function drawUnit(stream: RandomStream, dimension: number): Float64Array {
  const direction = drawVector(stream, dimension);
  const length = Math.sqrt(dot(direction, direction));
  return direction.map((value) => value / length);
}

/** @param coefficients a, one per column */
export function reluTeacher(columns: readonly Float64Array[], coefficients: ArrayLike<number>): Teacher {
  return (row) => {
    let sum = 0;
    columns.forEach((column, k) => {
      sum += (coefficients[k] ?? 0) * Math.max(0, dot(column, row));
    });
    return sum;
  };
}
