/**
 * Ways of sharing. The first four act on the rows theta_t of the towers; the others mix activations between towers and
 * have a network of their own.
 */

/** Single-task learning: every row follows its own gradient. */
export interface AloneScheme {
  readonly kind: 'alone';
}

export interface HardScheme {
  readonly kind: 'hard';
  /**
   * Number of layers tied, counted from the input: 0 = nothing shared, trunk.length = trunk,
   * trunk.length + head.length + 1 = full sharing (heads too; only when all tasks have equal outputs and losses).
   */
  readonly sharedLayers: number;
  /** Which tasks share with each other: disjoint groups of task indices; tasks in none stay alone. `null` = all together. */
  readonly groups: readonly (readonly number[])[] | null;
}

/** How strongly, and on what, rows of different tasks are pulled together by soft sharing. */
export interface SoftScheme {
  readonly kind: 'soft';
  /**
   * Penalty weight, >= 0, of
   * pairwise: sum_{s<t} |theta_s - theta_t|^2; mean: sum_t |theta_t - mean|^2; l1: sum_{s<t} |theta_s - theta_t|_1;
   * trace: the nuclear norm of each layer's T x (weights) matrix.
   */
  readonly lambda: number;
  readonly penalty: 'pairwise' | 'mean' | 'l1' | 'trace';
  readonly on: 'trunk' | 'all';
  /** `gradient`: penalty in the gradient. `proximal`: exact step after the loss step; stable for any lambda (the safe step), and the only one for l1 and trace. */
  readonly coupling: 'gradient' | 'proximal';
}

/** Meta-learning of a common start: rows train for some inner steps, then the common row moves, and all return to it. */
export interface MetaScheme {
  readonly kind: 'meta';
  /** reptile: towards the mean of the rows. fomaml: along the mean gradient at the adapted rows. */
  readonly method: 'reptile' | 'fomaml';
  readonly innerSteps: number;
  /** Reptile: epsilon, share of the way to the mean; fomaml: outer learning rate. At the start; falls linearly to 0. */
  readonly outerRate: number;
  /** Steps until the outer rate is 0; no outer update follows. */
  readonly annealOver: number;
}

export type RowScheme = AloneScheme | HardScheme | SoftScheme | MetaScheme;

/** Misra et al. 2016: after each trunk layer every task's activations become a learned mixture of all tasks'. */
export interface CrossStitchScheme {
  readonly kind: 'cross-stitch';
  /** First weight of a task's own activations; the others share the rest equally. */
  readonly same: number;
  /** Learning rate of the mixing weights as a multiple of the arm's. */
  readonly rateFactor: number;
}

/** Ruder et al. 2017 (published 2019): subspaces of every layer mix, layers mix into the head. */
export interface SluiceScheme {
  readonly kind: 'sluice';
  readonly subspaces: 1 | 2;
  readonly same: number;
  readonly rateFactor: number;
  /** Weight of the orthogonality between the two subspaces. */
  readonly orthogonality: number;
}

/** Liu, Qiu and Huang 2017: a shared and a private trunk per task, with an adversary that reads the task. */
export interface SharedPrivateScheme {
  readonly kind: 'shared-private';
  /** Weight of the adversarial loss; 0 = no adversary. */
  readonly adversary: number;
  /** Steps of the discriminator per step of the network. */
  readonly discriminatorSteps: number;
  readonly discriminatorRate: number;
  /** Weight of the orthogonality between shared and private features. */
  readonly orthogonality: number;
}

/** Mixtures of experts: one gate for all tasks (OMoE), one per task (MMoE), or shared and own experts (CGC; stacked: PLE). */
export interface ExpertsScheme {
  readonly kind: 'experts';
  readonly gating: 'common' | 'task' | 'ple';
  /** Shared experts. */
  readonly experts: number;
  /** Own experts of each task; only with `ple`, else 0. */
  readonly ownExperts: number;
  /** Units of each expert. */
  readonly units: number;
  /** Extraction levels; more than one only with `ple`. */
  readonly levels: number;
}

/** A common trunk, trained and then frozen, with a low-rank correction of its layers for each task (Hu et al. 2021). */
export interface AdaptersScheme {
  readonly kind: 'adapters';
  readonly rank: number;
  /** Steps in which trunk and heads train together, before the trunk is frozen and the adapters begin. */
  readonly trunkSteps: number;
}

export type MixedScheme = CrossStitchScheme | SluiceScheme | SharedPrivateScheme | ExpertsScheme | AdaptersScheme;

export type Scheme = RowScheme | MixedScheme;

/** Whether the scheme acts on the rows of plain towers, so that rows can be compared and drawn. */
export function isRowScheme(scheme: Scheme): scheme is RowScheme {
  return scheme.kind === 'alone' || scheme.kind === 'hard' || scheme.kind === 'soft' || scheme.kind === 'meta';
}
