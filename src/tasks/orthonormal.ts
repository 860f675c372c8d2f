import type { RandomStream } from '../numeric/random';
import { dot, removeDirections } from './directions';

/**
 * That many vectors of length 1 at right angles to each other (Gram and Schmidt, twice over).
 * @param draw the vector number i that they are made from
 * @throws RangeError when there are more vectors than dimensions
 */
export function orthonormal(count: number, draw: (i: number) => Float64Array): readonly Float64Array[] {
  const made: Float64Array[] = [];
  for (let i = 0; i < count; i++) {
    const drawn = draw(i);
    if (drawn.length < count)
      throw new RangeError(`${count} orthogonal vectors need more than ${drawn.length} dimensions`);
    const rest = removeDirections(drawn, made);
    const length = Math.sqrt(dot(rest, rest));
    made.push(rest.map((value) => value / length));
  }
  return made;
}

/**
 * Rows of inputs, row after row, whose columns have mean 0, mean square 1 and no correlation - in this very sample, not
 * only on average: X^T 1 = 0 and X^T X / n = I up to rounding. More rows do not extend fewer.
 * @throws RangeError unless there are more rows than columns
 */
export function centredRows(rows: number, columns: number, stream: RandomStream): Float32Array {
  // The constant column goes first, so that all others are orthogonal to it: centred.
  const basis = orthonormal(columns + 1, (column) =>
    Float64Array.from({ length: rows }, (_, row) => (column === 0 ? 1 : stream.normal(row * columns + column - 1))),
  );
  const scale = Math.sqrt(rows);
  const inputs = new Float32Array(rows * columns);
  for (let row = 0; row < rows; row++) {
    for (let column = 0; column < columns; column++) {
      inputs[row * columns + column] = scale * (basis[column + 1]?.[row] ?? 0);
    }
  }
  return inputs;
}
