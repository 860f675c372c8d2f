/**
 * floor(part x count) for a part of 0 .. 1, as a reader means it: 0.29 of 100 is 29, though 0.29 * 100 is
 * 28.999999999999996 in doubles.
 */
export function partOf(part: number, count: number): number {
  return Math.min(count, Math.floor(part * count + 1e-9));
}

/** Indices of the `count` values of largest absolute value; of equals the first. Ascending. */
export function largestIndices(values: ArrayLike<number>, count: number): readonly number[] {
  const order = Array.from({ length: values.length }, (_, index) => index);
  order.sort((a, b) => Math.abs(values[b] ?? 0) - Math.abs(values[a] ?? 0) || a - b);
  return order.slice(0, count).sort((a, b) => a - b);
}
