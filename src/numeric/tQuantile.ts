import { cosDegrees, sinDegrees } from './elementary';
import { normalQuantile } from './normalQuantile';

/** From here on the expansion in 1/df is as good as a double. */
const MANY = 300;

/**
 * P(|T| <= sqrt(df) tan(angle)) for Student's t with a whole number of degrees of freedom:
 * the finite sums of Abramowitz and Stegun 26.7.3 and 26.7.4.
 */
function centralProbability(angle: number, df: number): number {
  const sine = sinDegrees(angle);
  const cosine = cosDegrees(angle);
  const odd = df % 2 === 1;
  let term = odd ? cosine : 1;
  let sum = 0;
  for (let k = odd ? 1 : 0; k <= df - 2; k += 2) {
    sum += term;
    term *= (cosine * cosine * (k + 1)) / (k + 2);
  }
  return odd ? angle / 90 + (2 / Math.PI) * sine * sum : sine * sum;
}

function byBisection(df: number): number {
  let low = 0;
  let high = 90;
  for (let i = 0; i < 60; i++) {
    const middle = (low + high) / 2;
    if (centralProbability(middle, df) < 0.95) low = middle;
    else high = middle;
  }
  const angle = (low + high) / 2;
  return (Math.sqrt(df) * sinDegrees(angle)) / cosDegrees(angle);
}

/** Abramowitz and Stegun 26.7.5 (Cornish and Fisher). */
function byExpansion(df: number): number {
  const z = normalQuantile(0.975);
  const g1 = (z ** 3 + z) / 4;
  const g2 = (5 * z ** 5 + 16 * z ** 3 + 3 * z) / 96;
  const g3 = (3 * z ** 7 + 19 * z ** 5 + 17 * z ** 3 - 15 * z) / 384;
  const g4 = (79 * z ** 9 + 776 * z ** 7 + 1482 * z ** 5 - 1920 * z ** 3 - 945 * z) / 92160;
  return z + g1 / df + g2 / df ** 2 + g3 / df ** 3 + g4 / df ** 4;
}

/** Charts ask for the same few values again and again. */
const known = new Map<number, number>();

/**
 * The .975 quantile of Student's t (12.706 at 1, 2.093 at 19, 1.960 in the limit), to about 12 digits.
 * @param df whole number of degrees of freedom, at least 1
 * @throws RangeError otherwise
 */
export function tQuantile975(df: number): number {
  if (!Number.isInteger(df) || df < 1) throw new RangeError(`degrees of freedom are a whole number from 1, got ${df}`);
  const before = known.get(df);
  if (before !== undefined) return before;
  const value = df < MANY ? byBisection(df) : byExpansion(df);
  known.set(df, value);
  return value;
}
