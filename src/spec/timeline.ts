/**
 * What happens to an arm at given steps: pretrain, fine-tune, fuse, train jointly; one task after the other; prune at the
 * end. An event acts when its step is reached, before the evaluation at that step: at 0 upon the first weights, at
 * `training.steps` before the last evaluation.
 */
import type { FusionMethod } from './fusion';
import type { AloneScheme, HardScheme, SoftScheme } from './scheme';

/** Which columns of a row: the trunk's, or all. */
export type Extent = 'trunk' | 'all';

export type Operation =
  /** Weights of the losses from now on (sequential training, curriculum). */
  | { readonly do: 'weights'; readonly taskWeights: readonly number[] }
  /** Way of sharing from now on. Where rows become tied they begin at their mean. */
  | { readonly do: 'scheme'; readonly scheme: AloneScheme | HardScheme | SoftScheme }
  | { readonly do: 'rate'; readonly learningRate: number }
  /** Only the first so many training rows of a task from now on (replay); `null` = all. Full batch only. */
  | { readonly do: 'rows'; readonly task: number; readonly rows: number | null }
  /** All trunks become this task's; they are remembered as theta_0 of later fusions. */
  | { readonly do: 'adopt'; readonly task: number }
  /** The trunks of these tasks become their fusion; heads too with `all`. */
  | { readonly do: 'fuse'; readonly method: FusionMethod; readonly tasks: readonly number[]; readonly on: Extent }
  /**
   * From now on stay near the present rows. l2: lambda |theta - theta*|^2; ewc: lambda / 2 sum_i F_i (theta_i - theta*_i)^2
   * with the Fisher information F of that task, on the trunk.
   */
  | { readonly do: 'anchor'; readonly penalty: 'l2' | 'ewc'; readonly lambda: number; readonly task: number }
  /** The smallest weights become 0. */
  | { readonly do: 'prune'; readonly sparsity: number; readonly on: Extent }
  /** Every weight becomes the nearest of 2^bits - 1 evenly spaced values, layer by layer. */
  | { readonly do: 'quantise'; readonly bits: number; readonly on: Extent };

export type TimelineEvent = { readonly at: number } & Operation;
