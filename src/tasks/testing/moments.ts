/** Sample moments that tests of generators compare with closed forms. */

export function mean(values: ArrayLike<number>): number {
  let sum = 0;
  for (let i = 0; i < values.length; i++) sum += values[i] ?? NaN;
  return sum / values.length;
}

/** Mean product of two lists of numbers, without centring. */
export function meanProduct(a: ArrayLike<number>, b: ArrayLike<number>): number {
  return mean(Array.from({ length: a.length }, (_, i) => (a[i] ?? NaN) * (b[i] ?? NaN)));
}

export function variance(values: ArrayLike<number>): number {
  return meanProduct(values, values) - mean(values) ** 2;
}

export function correlation(a: ArrayLike<number>, b: ArrayLike<number>): number {
  const covariance = meanProduct(a, b) - mean(a) * mean(b);
  return covariance / Math.sqrt(variance(a) * variance(b));
}

/** Entry by entry. */
export function difference(a: ArrayLike<number>, b: ArrayLike<number>): readonly number[] {
  return Array.from({ length: a.length }, (_, i) => (a[i] ?? NaN) - (b[i] ?? NaN));
}
