/**
 * What least squares does, on average over data, with two linear tasks at an angle: the exact law behind "share or not".
 * Inputs N(0, I_d), teachers of length 1 at angle theta, n rows and noise sigma per task. Risk = E |w_hat - w|^2 per task,
 * which is the expected squared error against noise-free targets, and (teachers being unit vectors) the relative error.
 */
import { sinDegrees } from './elementary';

export interface AngleSetting {
  /** Rows per task, n. */
  readonly samples: number;
  /** Inputs, d. */
  readonly dimension: number;
  /** Standard deviation of the label noise, sigma. */
  readonly noise: number;
}

/** Each task alone: sigma^2 d / (n - d - 1). Infinity where too few rows leave no finite mean. */
export function riskAlone({ samples: n, dimension: d, noise }: AngleSetting): number {
  return n > d + 1 ? (noise ** 2 * d) / (n - d - 1) : Infinity;
}

/**
 * Extra bias of pooling because the two samples' covariances differ by chance (matrix-beta moments), N = 2n:
 * kappa = [(N-2)(N-d-1) + N(Nd-2)] / [(N+2)(N-1)(N-d-1)]. Infinity for N <= d + 1; tends to 0 for many rows.
 */
export function covarianceMismatch({ samples, dimension: d }: Pick<AngleSetting, 'samples' | 'dimension'>): number {
  const n = 2 * samples;
  if (n <= d + 1) return Infinity;
  return ((n - 2) * (n - d - 1) + n * (n * d - 2)) / ((n + 2) * (n - 1) * (n - d - 1));
}

/** One vector for both tasks: sin^2(theta/2) (1 + kappa) + sigma^2 d / (2n - d - 1). `angle` in degrees. */
export function riskFullySharing(setting: AngleSetting, angle: number): number {
  const { samples: n, dimension: d, noise } = setting;
  if (2 * n <= d + 1) return Infinity;
  return sinDegrees(angle / 2) ** 2 * (1 + covarianceMismatch(setting)) + (noise ** 2 * d) / (2 * n - d - 1);
}

/**
 * The angle (degrees) below which full sharing beats training alone; 180 when it always does.
 * Solves sin^2(theta/2) = sigma^2 [d/(n-d-1) - d/(2n-d-1)] / (1 + kappa) by halving, to the last bit.
 */
export function thresholdAngle(setting: AngleSetting): number {
  const alone = riskAlone(setting);
  if (riskFullySharing(setting, 180) <= alone) return 180;
  let low = 0;
  let high = 180;
  for (let i = 0; i < 60; i++) {
    const middle = (low + high) / 2;
    if (riskFullySharing(setting, middle) < alone) low = middle;
    else high = middle;
  }
  return (low + high) / 2;
}
