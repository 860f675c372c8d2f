/**
 * Ways of making one row of weights from several: what they are, how a preset writes them, and their defaults.
 * The formulas stand in `src/fusion/`, one file each.
 */
import * as z from 'zod/mini';
import type { DeepReadonly } from './deepFreeze';
import { discriminatorError, exactly, list, number, record } from './fields';

/** theta_0 is the row that all towers were fine-tuned from, tau_t = theta_t - theta_0. */
export type FusionMethod =
  /** The arithmetic mean of the rows. */
  | { readonly kind: 'mean' }
  /** sum_t w_t theta_t, the weights divided by their sum. */
  | { readonly kind: 'weighted'; readonly weights: readonly number[] }
  /** Each number weighted by its diagonal Fisher information, at least `floor`. */
  | { readonly kind: 'fisher'; readonly floor: number }
  /** Layer by layer the weights whose outputs are closest, in least squares, to those of every tower. */
  | { readonly kind: 'regmean' }
  /** theta_0 + scale sum_t tau_t. */
  | { readonly kind: 'arithmetic'; readonly scale: number }
  /** Keep the part `keep` of largest |tau|, elect a sign, average those that agree: theta_0 + scale x that. */
  | { readonly kind: 'ties'; readonly keep: number; readonly scale: number }
  /** One softmax mixture of the rows per layer, learned on the validation rows. */
  | { readonly kind: 'layerwise'; readonly steps: number; readonly rate: number }
  /** A running mean that takes a row in only when the validation loss becomes smaller. */
  | { readonly kind: 'greedy' };

/** The settings of one method, e.g. `FusionSettings<'ties'>`. */
export type FusionSettings<K extends FusionMethod['kind']> = Extract<FusionMethod, { readonly kind: K }>;

const FUSION_KINDS = [
  'mean',
  'weighted',
  'fisher',
  'regmean',
  'arithmetic',
  'ties',
  'layerwise',
  'greedy',
] as const satisfies readonly FusionMethod['kind'][];

const FUSION_DEFAULTS = {
  /** model_merging `merging.py`. */
  floor: 1e-6,
  /** Half of each task vector: for two tasks their mean. What is best is found on validation rows. */
  scale: 0.5,
  /** ties-merging `ties_minimal.ipynb`. */
  keep: 0.2,
  tiesScale: 1,
  steps: 50,
  /** model-soups `learned_bylayer.py`. */
  rate: 0.05,
} as const;

export const fusionField = z.discriminatedUnion(
  'kind',
  [
    record({ kind: exactly('mean') }, 'The arithmetic mean.'),
    record(
      {
        kind: exactly('weighted'),
        weights: list(
          number('taskWeight', 'Weight of one task.'),
          'fusedTasks',
          'One per fused task; divided by their sum.',
        ),
      },
      'A weighted mean.',
    ),
    record(
      {
        kind: exactly('fisher'),
        floor: z.exactOptional(number('fisherFloor', 'Least Fisher information. Default: 1e-6.')),
      },
      'Each number weighted by how much the outputs depend on it.',
    ),
    record({ kind: exactly('regmean') }, 'Least squares on the activations of each layer.'),
    record(
      {
        kind: exactly('arithmetic'),
        scale: z.exactOptional(number('fusionScale', 'Factor on the sum of the task vectors. Default: 0.5.')),
      },
      'The start plus a multiple of all task vectors.',
    ),
    record(
      {
        kind: exactly('ties'),
        keep: z.exactOptional(number('fusionKeep', 'Part of each task vector that is kept. Default: 0.2.')),
        scale: z.exactOptional(number('fusionScale', 'Factor on the merged task vector. Default: 1.')),
      },
      'Task vectors trimmed, signs elected, agreeing numbers averaged.',
    ),
    record(
      {
        kind: exactly('layerwise'),
        steps: z.exactOptional(number('fusionSteps', 'Steps of learning the mixture. Default: 50.')),
        rate: z.exactOptional(number('learningRate', 'Learning rate of the mixture. Default: 0.05.')),
      },
      'A mixture per layer, learned on validation rows.',
    ),
    record({ kind: exactly('greedy') }, 'A mean that takes in only what lowers the validation loss.'),
  ],
  { error: discriminatorError('kind', FUSION_KINDS) },
);

/** What an author writes for {@link FusionMethod}: settings with a default may be left out. */
export type WrittenFusion = z.infer<typeof fusionField>;

/** Writes out the defaults. A resolved method resolves to itself. */
export function resolveFusion(written: DeepReadonly<WrittenFusion>): FusionMethod {
  switch (written.kind) {
    case 'mean':
    case 'weighted':
    case 'regmean':
    case 'greedy':
      return written;
    case 'fisher':
      return { kind: 'fisher', floor: written.floor ?? FUSION_DEFAULTS.floor };
    case 'arithmetic':
      return { kind: 'arithmetic', scale: written.scale ?? FUSION_DEFAULTS.scale };
    case 'ties':
      return {
        kind: 'ties',
        keep: written.keep ?? FUSION_DEFAULTS.keep,
        scale: written.scale ?? FUSION_DEFAULTS.tiesScale,
      };
    case 'layerwise':
      return {
        kind: 'layerwise',
        steps: written.steps ?? FUSION_DEFAULTS.steps,
        rate: written.rate ?? FUSION_DEFAULTS.rate,
      };
  }
}
