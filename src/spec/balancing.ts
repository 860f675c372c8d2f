/**
 * How the tasks' losses, or their gradients on the tied columns, are balanced against each other in every step.
 * What each method computes, and from which paper: `balancing/<kind>.ts`.
 */

/** The task weights of the arm as they stand, and nothing else. */
export interface StaticBalancing {
  readonly kind: 'static';
}

/**
 * Objective whose s = log(variance) is learned per task:
 * - `log-variance`: (e^-s L + s) / 2, the Gaussian likelihood of Kendall et al. 2018; s* = log L
 * - `unhalved`: e^-s L + s, as in the authors' notebook; s* = log L
 * - `classification`: e^-s L + s / 2; s* = log 2L
 * - `misread`: e^-s L / 2 + s, log(sigma) written for log(sigma^2), a common mistake; s* = log(L / 2)
 * - `revised`: L / (2v) + log(1 + v), v = e^s (Liebel and Koerner 2018), never negative; v* = (L + sqrt(L^2 + 8L)) / 4
 */
export type UncertaintyForm = 'log-variance' | 'unhalved' | 'classification' | 'misread' | 'revised';

/** `first-loss`: learned numbers begin at the stationary point of the first losses. `zero`: at 0, as in the papers. */
export type BalancingStart = 'first-loss' | 'zero';

export interface UncertaintyBalancing {
  readonly kind: 'uncertainty';
  readonly form: UncertaintyForm;
  /** Learning rate of s (Adam). */
  readonly rate: number;
  readonly start: BalancingStart;
}

export interface DwaBalancing {
  readonly kind: 'dwa';
  readonly temperature: number;
  /** Steps of one "epoch": losses are averaged over it, and the weights change after it. */
  readonly every: number;
}

export interface GradnormBalancing {
  readonly kind: 'gradnorm';
  /** 0 = equal gradient norms; larger = slower tasks are pushed harder. */
  readonly alpha: number;
  readonly rate: number;
}

export interface RandomBalancing {
  readonly kind: 'random';
}

export interface GeometricBalancing {
  readonly kind: 'geometric';
}

export interface LogBalancing {
  readonly kind: 'log';
}

export interface ImtlLBalancing {
  readonly kind: 'imtl-l';
  readonly rate: number;
  readonly start: BalancingStart;
}

export interface GradientNormalisationBalancing {
  readonly kind: 'gradient-normalisation';
}

export interface PcgradBalancing {
  readonly kind: 'pcgrad';
}

export interface MgdaBalancing {
  readonly kind: 'mgda';
}

export interface CagradBalancing {
  readonly kind: 'cagrad';
  /** Radius of the search around the mean gradient, relative to its length. */
  readonly c: number;
}

export interface NashBalancing {
  readonly kind: 'nash';
}

export interface ImtlGBalancing {
  readonly kind: 'imtl-g';
}

export interface AlignedBalancing {
  readonly kind: 'aligned';
}

export interface GradvacBalancing {
  readonly kind: 'gradvac';
  /** Part of the newest cosine in the moving average that is the target. */
  readonly decay: number;
}

export interface UpgradBalancing {
  readonly kind: 'upgrad';
}

export interface FamoBalancing {
  readonly kind: 'famo';
  readonly rate: number;
  /** Weight decay of the logits. */
  readonly decay: number;
}

export interface SamplingBalancing {
  readonly kind: 'sampling';
  /** Task t is drawn with probability in proportion to n_t^(1 / temperature). */
  readonly temperature: number;
}

export type BalancingSpec =
  | StaticBalancing
  | UncertaintyBalancing
  | DwaBalancing
  | GradnormBalancing
  | RandomBalancing
  | GeometricBalancing
  | LogBalancing
  | ImtlLBalancing
  | GradientNormalisationBalancing
  | PcgradBalancing
  | MgdaBalancing
  | CagradBalancing
  | NashBalancing
  | ImtlGBalancing
  | AlignedBalancing
  | GradvacBalancing
  | UpgradBalancing
  | FamoBalancing
  | SamplingBalancing;

/** In the order in which they are offered: weights of losses first, then combinations of gradients. */
export const BALANCING_KINDS = [
  'static',
  'uncertainty',
  'dwa',
  'gradnorm',
  'random',
  'sampling',
  'log',
  'geometric',
  'imtl-l',
  'famo',
  'gradient-normalisation',
  'pcgrad',
  'gradvac',
  'mgda',
  'cagrad',
  'nash',
  'imtl-g',
  'aligned',
  'upgrad',
] as const satisfies readonly BalancingSpec['kind'][];

/** `mgda` and `cagrad` look at every face of the simplex of task weights (2^T - 1), so they stop at so many tasks. */
export const MOST_TASKS_BY_FACES = 6;
