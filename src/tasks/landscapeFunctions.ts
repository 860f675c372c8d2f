/**
 * Two losses of two numbers (Liu et al. 2021, CAGrad, `toy.py`; the same in nash-mtl, which multiplies F_1 by 0.1):
 *
 *   f_1 = log max(|(-x - 7) / 2 - tanh(-y)|, 5e-6) + 6,   f_2 = log max(|(-x + 3) / 2 + tanh(-y) + 2|, 5e-6) + 6
 *   q_1 = ((-x + 7)^2 + 0.1 (-y - 8)^2) / 10 - 20,        q_2 = ((-x - 7)^2 + 0.1 (-y - 8)^2) / 10 - 20
 *   c_1 = max(tanh(y / 2), 0),  c_2 = max(tanh(-y / 2), 0),  F_i = c_1 f_i + c_2 q_i
 *
 * Above y = 0 two deep, narrow valleys; below, two bowls with a common trade-off. Losses are negative there.
 * At the kinks the clamp passes the gradient, as in PyTorch (>=): from (0, 0) a run would otherwise never move.
 */
import { log } from '../numeric/elementary';
import { tanh } from '../numeric/tanh';

export interface LandscapePoint {
  /** F_1, F_2 */
  readonly values: readonly [number, number];
  /** Gradient of each by (x, y). */
  readonly gradients: readonly [readonly [number, number], readonly [number, number]];
}

/** Where the mean of both losses is lowest: (0, y), with the value of each loss there. */
export const LANDSCAPE_OPTIMUM = { x: 0, y: -8.35511, value: -15.09164 } as const;

/** The set that no step improves for both, as it is drawn: a segment at this height, x from -7 to 7. It bends to -8.434 at its ends. */
export const LANDSCAPE_PARETO = { from: -7, to: 7, y: -8.3552 } as const;

const LEAST = 5e-6;

/** log max(|u|, 5e-6) + 6 and its derivative by u. */
function valley(u: number): readonly [number, number] {
  const size = Math.abs(u);
  return [log(Math.max(size, LEAST)) + 6, size >= LEAST ? 1 / u : 0];
}

/** F_1 and F_2 at (x, y), with their gradients. Doubles; the same bits in every browser. */
export function landscapeAt(x: number, y: number): LandscapePoint {
  const slope = tanh(y);
  const steep = 1 - slope * slope;
  const half = tanh(y / 2);
  const halfSteep = (1 - half * half) / 2;
  const [above, below] = [Math.max(half, 0), Math.max(-half, 0)];
  const [aboveSlope, belowSlope] = [half >= 0 ? halfSteep : 0, half <= 0 ? -halfSteep : 0];

  const [valley1, by1] = valley((-x - 7) / 2 + slope);
  const [valley2, by2] = valley((-x + 3) / 2 - slope + 2);
  const lift = 0.1 * (y + 8) * (y + 8);
  const bowl1 = ((7 - x) * (7 - x) + lift) / 10 - 20;
  const bowl2 = ((x + 7) * (x + 7) + lift) / 10 - 20;
  const bowlY = 0.02 * (y + 8);
  return {
    values: [above * valley1 + below * bowl1, above * valley2 + below * bowl2],
    gradients: [
      [
        above * by1 * -0.5 + below * -0.2 * (7 - x),
        aboveSlope * valley1 + above * by1 * steep + belowSlope * bowl1 + below * bowlY,
      ],
      [
        above * by2 * -0.5 + below * 0.2 * (x + 7),
        aboveSlope * valley2 - above * by2 * steep + belowSlope * bowl2 + below * bowlY,
      ],
    ],
  };
}
