/**
 * Soft sharing of two linear tasks in closed form. Whitened inputs (X'X/n = I), n samples per task, d inputs, label
 * noise sigma, true difference of the weights delta; penalty lambda |w_1 - w_2|^2 on mean squared errors. The two
 * least-squares solutions keep their mean and their difference shrinks to s = 1/(1 + 2 lambda) of its size.
 */
export interface TwoLinearTasks {
  readonly samples: number;
  readonly dimension: number;
  readonly noise: number;
  /** Euclidean norm of w_1 - w_2. */
  readonly difference: number;
}

/** Share of the difference that is left, 1 (alone) .. 0 (lambda infinite, hard). */
export function shrinkage(lambda: number): number {
  return 1 / (1 + 2 * lambda);
}

export interface Risk {
  /** What the noise in the labels contributes: sigma^2 d / (2n) (1 + s^2). */
  readonly wobble: number;
  /** What pulling two different answers together contributes: (1 - s)^2 |delta|^2 / 4. */
  readonly flattening: number;
  readonly total: number;
}

/** Expected squared error of one task's weights, E |w^_t - w_t|^2. */
export function risk({ samples, dimension, noise, difference }: TwoLinearTasks, lambda: number): Risk {
  const s = shrinkage(lambda);
  const wobble = ((noise ** 2 * dimension) / (2 * samples)) * (1 + s ** 2);
  const flattening = ((1 - s) ** 2 * difference ** 2) / 4;
  return { wobble, flattening, total: wobble + flattening };
}

/** lambda* = sigma^2 d / (n |delta|^2); `Infinity` (hard) when the tasks do not differ. */
export function bestLambda({ samples, dimension, noise, difference }: TwoLinearTasks): number {
  return (noise ** 2 * dimension) / (samples * difference ** 2);
}

/** |w_1 - w_2| of two unit teachers at an angle in degrees: 2 sin(angle / 2). */
export function differenceAtAngle(angle: number): number {
  return 2 * Math.sin((angle * Math.PI) / 360);
}
