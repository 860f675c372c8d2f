/**
 * What an experiment *is*: complete, frozen, plain data. Equal specs on equal backends give equal runs.
 *
 * An experiment trains `points x arms x seeds` small networks ("lanes") in lockstep:
 * - a **point** is one data setting (usually there is one; a sweep, e.g. over the angle between tasks, has several);
 * - an **arm** is one way of sharing (alone, hard, soft at some lambda ...);
 * - a **seed** fixes data draw, initial weights and batch order. All arms of one (point, seed) are paired.
 *
 * Lane index = (point * arms + arm) * seeds + seed; see {@link laneIndex}.
 */

export type Activation = 'relu' | 'tanh' | 'linear';

/** Loss of one task, always the mean over rows (and over outputs, for `mse` and `sigmoid`). */
export type Loss = 'mse' | 'softmax' | 'sigmoid';

export interface LayerSpec {
  readonly units: number;
  readonly activation: Activation;
}

/** Every task has a tower: a trunk (same shape for all tasks) and a head (hidden layers, then a linear output layer). */
export interface ModelSpec {
  readonly trunk: readonly LayerSpec[];
  /** Hidden layers of each head, usually none. The output layer is added by the task. */
  readonly head: readonly LayerSpec[];
  /**
   * First weights of the heads; trunks of all tasks always start equal. `own`: each task draws its own head.
   * `equal`: all tasks start from one head, as a penalty on the heads wants it. Tied heads are equal in any case.
   */
  readonly headStart: 'own' | 'equal';
}

/** How strongly, and on what, rows of different tasks are pulled together by soft sharing. */
export interface SoftScheme {
  readonly kind: 'soft';
  /** Penalty weight, >= 0. pairwise: lambda * sum_{s<t} |theta_s - theta_t|^2; mean: lambda * sum_t |theta_t - mean|^2. */
  readonly lambda: number;
  readonly penalty: 'pairwise' | 'mean';
  readonly on: 'trunk' | 'all';
  /** `gradient`: penalty in the gradient. `proximal`: exact shrinkage after the loss step; stable for any lambda (the safe step). */
  readonly coupling: 'gradient' | 'proximal';
}

export interface HardScheme {
  readonly kind: 'hard';
  /**
   * Number of layers tied, counted from the input: 0 = nothing shared, trunk.length = trunk,
   * trunk.length + head.length + 1 = full sharing (heads too; only when all tasks have equal outputs and losses).
   */
  readonly sharedLayers: number;
}

export interface AloneScheme {
  readonly kind: 'alone';
}

export type Scheme = AloneScheme | HardScheme | SoftScheme;

export interface ArmSpec {
  /** Unique within the experiment, e.g. "alone", "hard", "soft-0.01". */
  readonly id: string;
  readonly scheme: Scheme;
  /** Base learning rate of this arm, > 0. */
  readonly learningRate: number;
  /** Static weight of each task's loss, one per task, >= 0. */
  readonly taskWeights: readonly number[];
}

export type OptimizerSpec =
  | { readonly kind: 'sgd' }
  | { readonly kind: 'momentum'; readonly momentum: number }
  | { readonly kind: 'adam'; readonly beta1: number; readonly beta2: number; readonly epsilon: number };

/** Factor on the learning rate as a function of the step (0-based). */
export type ScheduleSpec =
  | { readonly kind: 'constant' }
  | { readonly kind: 'step'; readonly every: number; readonly factor: number }
  /** Half a cosine from 1 to `floor` over `training.steps`. */
  | { readonly kind: 'cosine'; readonly floor: number };

export interface TrainingSpec {
  readonly steps: number;
  /** Rows per task and step; `null` = full batch. */
  readonly batch: number | null;
  readonly optimizer: OptimizerSpec;
  readonly schedule: ScheduleSpec;
}

export interface EvaluationSpec {
  /** An evaluation every so many steps (also at step 0 and at the last step). */
  readonly every: number;
  /** Also measure full-batch gradient norms and cosines on the trunk columns (one extra backward pass). */
  readonly gradients: boolean;
}

/** Palmer penguins (real): bill length, bill depth, flipper length -> species (softmax 3), sex (sigmoid 1), mass (mse 1). */
export interface PenguinsSource {
  readonly source: 'penguins';
  readonly tasks: readonly ('species' | 'sex' | 'mass')[];
  /** Labelled training rows per task (same order as `tasks`); `null` = all of the training split. */
  readonly labelled: readonly (number | null)[];
}

export interface TableTask {
  readonly name: string;
  readonly loss: Loss;
  /** n x d inputs of this task; `null` = the table's common inputs. */
  readonly inputs: readonly (readonly number[])[] | null;
  /** n x outputs for mse / sigmoid (0 or 1); n x 1 class indices (0-based integers) for softmax. */
  readonly targets: readonly (readonly number[])[];
  /** Number of classes (softmax only), else `null`. */
  readonly classes: number | null;
}

/** A small table inside the preset itself; at most 2,000 numbers. */
export interface TableSource {
  readonly source: 'table';
  /** Common inputs n x d, or `null` when each task brings its own. */
  readonly inputs: readonly (readonly number[])[] | null;
  readonly tasks: readonly TableTask[];
  /** Fixed split by row index (same for each task); `null` = every row is in train, validation and test alike. */
  readonly split: {
    readonly train: readonly number[];
    readonly validation: readonly number[];
    readonly test: readonly number[];
  } | null;
}

/** Two tasks whose teachers stand at a chosen angle. LIN and RF of the literature notes (E1, E2, E8). */
export interface AngleSource {
  readonly source: 'angle';
  /** linear: y = w_t.x + noise. relu: y = a_t.relu(B^T x) + noise with `features` columns in B, shared by both tasks. */
  readonly teacher: 'linear' | 'relu';
  readonly dimension: number;
  /** Columns of B (relu teacher; ignored, 1, for the linear one). */
  readonly features: number;
  /** Degrees, 0..180. a_2 = cos(angle) a_1 + sin(angle) a_perp, |a_perp| = |a_1|. */
  readonly angle: number;
  /** Training rows per task. */
  readonly samples: readonly [number, number];
  /** Standard deviation of the label noise. */
  readonly noise: number;
  readonly validationSamples: number;
  readonly testSamples: number;
}

export type TaskSource = PenguinsSource | TableSource | AngleSource;

/** One data setting of a sweep. `value` is the swept number (e.g. the angle in degrees), `null` when there is no sweep. */
export interface PointSpec {
  readonly value: number | null;
  readonly tasks: TaskSource;
}

export interface ExperimentSpec {
  readonly version: 1;
  readonly points: readonly PointSpec[];
  readonly arms: readonly ArmSpec[];
  /** Unsigned 32-bit integers, distinct; 0 is allowed. */
  readonly seeds: readonly number[];
  readonly model: ModelSpec;
  readonly training: TrainingSpec;
  readonly evaluation: EvaluationSpec;
}

export interface LaneAddress {
  readonly point: number;
  readonly arm: number;
  readonly seed: number;
}

/** Position of a network in every per-lane array. Arguments are indices, not values. */
export function laneIndex(spec: Pick<ExperimentSpec, 'arms' | 'seeds'>, at: LaneAddress): number {
  return (at.point * spec.arms.length + at.arm) * spec.seeds.length + at.seed;
}

/** Number of networks of the experiment. */
export function laneCount(spec: Pick<ExperimentSpec, 'points' | 'arms' | 'seeds'>): number {
  return spec.points.length * spec.arms.length * spec.seeds.length;
}

/** Layers that carry parameters: trunk, hidden head layers, output. Index 0 is nearest to the input. */
export function layerCount(model: ModelSpec): number {
  return model.trunk.length + model.head.length + 1;
}
