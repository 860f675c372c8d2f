import { exp } from './elementary';

/** tanh from + - * / alone, so the same bits in every browser; relative error below 1e-14. */
export function tanh(x: number): number {
  const size = Math.abs(x);
  // Near zero 1 - e^-2x would cancel; the series of tanh(x) / x is exact to rounding here.
  if (size < 0.02) {
    const square = x * x;
    return x * (1 - square * (1 / 3 - square * (2 / 15 - square * (17 / 315 - (square * 62) / 2835))));
  }
  const falling = exp(-2 * size);
  const value = (1 - falling) / (1 + falling);
  return x < 0 ? -value : value;
}
