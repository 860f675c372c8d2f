/**
 * How the tasks' losses, or their gradients on the tied columns, are balanced against each other in every step.
 * What each method computes, and from which paper: `balancing/<kind>.ts`.
 */
import * as z from 'zod/mini';
import { choice, discriminatorError, exactly, number, record } from './fields';

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

const rate = () => z.exactOptional(number('balancingRate', 'Learning rate of the weights. Default: 0.025.'));
const start = () =>
  z.exactOptional(
    choice(
      ['first-loss', 'zero'],
      'Where the learned numbers begin: where the first losses would hold them (default), or at zero.',
    ),
  );

/** How an arm balances its tasks, as a preset writes it. */
export const balancingField = z.discriminatedUnion(
  'kind',
  [
    record({ kind: exactly('static') }, 'The weights of the tasks as written.'),
    record(
      {
        kind: exactly('uncertainty'),
        form: z.exactOptional(
          choice(
            ['log-variance', 'unhalved', 'classification', 'misread', 'revised'],
            'Which objective is learned. Default: log-variance.',
          ),
        ),
        rate: rate(),
        start: start(),
      },
      'A learned noise of each task weighs its loss.',
    ),
    record(
      {
        kind: exactly('dwa'),
        temperature: z.exactOptional(number('dwaTemperature', 'Default: 2.')),
        every: z.exactOptional(number('dwaEvery', 'Steps over which losses are averaged. Default: 20.')),
      },
      'Dynamic weight average: more for tasks whose loss falls slowly.',
    ),
    record(
      {
        kind: exactly('gradnorm'),
        alpha: z.exactOptional(number('gradnormAlpha', 'Default: 1.5.')),
        rate: rate(),
      },
      'Gradient norms are held near a common value.',
    ),
    record({ kind: exactly('random') }, 'Random weights in every step.'),
    record(
      {
        kind: exactly('sampling'),
        temperature: z.exactOptional(
          number('samplingTemperature', '1 (default): in proportion to the rows; large: all alike.'),
        ),
      },
      'One task per step, drawn by its number of rows.',
    ),
    record({ kind: exactly('log') }, 'Sum of the logarithms of the losses.'),
    record({ kind: exactly('geometric') }, 'Geometric mean of the losses.'),
    record({ kind: exactly('imtl-l'), rate: rate(), start: start() }, 'A learned factor brings each loss to 1.'),
    record(
      {
        kind: exactly('famo'),
        rate: rate(),
        decay: z.exactOptional(number('famoDecay', 'Weight decay of the logits. Default: 0.001.')),
      },
      'Equal relative progress, from the losses alone.',
    ),
    record({ kind: exactly('gradient-normalisation') }, 'Every gradient at length 1.'),
    record({ kind: exactly('pcgrad') }, 'Conflicting parts of the gradients are projected away.'),
    record(
      {
        kind: exactly('gradvac'),
        decay: z.exactOptional(number('gradvacDecay', 'Part of the newest cosine in the target. Default: 0.5.')),
      },
      'Gradients are turned towards their usual angle.',
    ),
    record({ kind: exactly('mgda') }, 'The shortest vector between the gradients.'),
    record(
      {
        kind: exactly('cagrad'),
        c: z.exactOptional(number('cagradRadius', 'Radius around the mean gradient. Default: 0.5.')),
      },
      'Near the mean gradient, best for the worst task.',
    ),
    record({ kind: exactly('nash') }, 'The bargaining solution.'),
    record({ kind: exactly('imtl-g') }, 'Equal projections on all gradients.'),
    record({ kind: exactly('aligned') }, 'Principal parts of the gradients at equal length.'),
    record({ kind: exactly('upgrad') }, 'Mean of the gradients, each projected to harm no task.'),
  ],
  { error: discriminatorError('kind', BALANCING_KINDS) },
);

/** What an author writes. */
export type WrittenBalancing = z.output<typeof balancingField>;

const RATE = 0.025;

/** Every setting written out. Without anything written: the task weights as they stand. */
export function resolveBalancing(written: WrittenBalancing | undefined): BalancingSpec {
  if (written === undefined) return { kind: 'static' };
  switch (written.kind) {
    case 'uncertainty':
      return { form: 'log-variance', rate: RATE, start: 'first-loss', ...written };
    case 'dwa':
      return { temperature: 2, every: 20, ...written };
    case 'gradnorm':
      return { alpha: 1.5, rate: RATE, ...written };
    case 'sampling':
      return { temperature: 1, ...written };
    case 'imtl-l':
      return { rate: RATE, start: 'first-loss', ...written };
    case 'famo':
      return { rate: RATE, decay: 1e-3, ...written };
    case 'gradvac':
      return { decay: 0.5, ...written };
    case 'cagrad':
      return { c: 0.5, ...written };
    default:
      return written;
  }
}
