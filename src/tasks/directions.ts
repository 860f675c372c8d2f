import { cosDegrees, sinDegrees } from '../numeric/elementary';
import { fillNormal, type RandomStream } from '../numeric/random';

/** Sum of products over the length of `a`. */
export function dot(a: ArrayLike<number>, b: ArrayLike<number>): number {
  let sum = 0;
  for (let i = 0; i < a.length; i++) sum += (a[i] ?? 0) * (b[i] ?? 0);
  return sum;
}

/** The first `length` normals of the stream. */
export function drawVector(stream: RandomStream, length: number): Float64Array {
  const vector = new Float64Array(length);
  fillNormal(stream, vector);
  return vector;
}

/** A random vector orthogonal to `a` and as long as `a`. Needs two or more entries. */
export function drawPerpendicular(stream: RandomStream, a: Float64Array): Float64Array {
  const vector = removeDirections(drawVector(stream, a.length), [a]);
  const scale = Math.sqrt(dot(a, a) / dot(vector, vector));
  return vector.map((value) => value * scale);
}

/** The part of `vector` that is orthogonal to all `directions`, which must be orthogonal to each other. */
export function removeDirections(vector: Float64Array, directions: readonly Float64Array[]): Float64Array {
  const rest = Float64Array.from(vector);
  // Twice is enough (Kahan; Parlett 1980): the second pass removes what rounding left in the first.
  for (let pass = 0; pass < 2; pass++) {
    for (const direction of directions) {
      const along = dot(rest, direction) / dot(direction, direction);
      for (let i = 0; i < rest.length; i++) rest[i] = (rest[i] ?? 0) - along * (direction[i] ?? 0);
    }
  }
  return rest;
}

/** cos(angle) a + sin(angle) perpendicular, exact at 0, 90 and 180 degrees. The perpendicular is made only when needed. */
export function turn(a: Float64Array, angle: number, perpendicular: () => Float64Array): Float64Array {
  const cosine = cosDegrees(angle);
  const sine = sinDegrees(angle);
  if (sine === 0) return a.map((value) => cosine * value);
  if (a.length < 2)
    throw new RangeError(`one direction leaves no room for an angle of ${angle} degrees, only 0 or 180`);
  const other = perpendicular();
  return a.map((value, i) => cosine * value + sine * (other[i] ?? 0));
}
