/** Products between rows of a single-precision matrix, summed in doubles. Rows are given by where they start. */

/** A run of `length` numbers in `values`, from `start` on. */
export interface RowView {
  readonly values: ArrayLike<number>;
  readonly start: number;
  readonly length: number;
}

function requireEqualLengths(a: RowView, b: RowView): void {
  if (a.length !== b.length) throw new RangeError(`rows of ${a.length} and ${b.length} numbers`);
}

/** Scalar product. @throws RangeError for rows of unequal length. */
export function rowDot(a: RowView, b: RowView): number {
  requireEqualLengths(a, b);
  let sum = 0;
  for (let i = 0; i < a.length; i++) sum += (a.values[a.start + i] ?? 0) * (b.values[b.start + i] ?? 0);
  return sum;
}

/** |a - b|^2, from the differences (the Gramian's g_ss + g_tt - 2 g_st would cancel for close rows). @throws RangeError for rows of unequal length. */
export function squaredDistance(a: RowView, b: RowView): number {
  requireEqualLengths(a, b);
  let sum = 0;
  for (let i = 0; i < a.length; i++) sum += ((a.values[a.start + i] ?? 0) - (b.values[b.start + i] ?? 0)) ** 2;
  return sum;
}

/**
 * J J' of `count` rows that follow each other in `values` at a distance of `stride`, using `length` numbers of each.
 * @returns count x count numbers, symmetric
 */
export function gramian(
  values: ArrayLike<number>,
  rows: { readonly count: number; readonly stride: number; readonly start?: number; readonly length?: number },
): Float64Array {
  const { count, stride, start = 0, length = stride } = rows;
  const result = new Float64Array(count * count);
  for (let s = 0; s < count; s++) {
    for (let t = 0; t <= s; t++) {
      const a = { values, start: start + s * stride, length };
      const product = rowDot(a, { values, start: start + t * stride, length });
      result[s * count + t] = product;
      result[t * count + s] = product;
    }
  }
  return result;
}

/** Cosine of the angle between rows s and t of a Gramian, within -1 .. 1; 0 when a row is zero (no direction, no conflict). */
export function gramianCosine(gram: Float64Array, count: number, s: number, t: number): number {
  const lengths = Math.sqrt(gram[s * count + s] ?? 0) * Math.sqrt(gram[t * count + t] ?? 0);
  if (lengths === 0) return 0;
  return Math.min(1, Math.max(-1, (gram[s * count + t] ?? 0) / lengths));
}
