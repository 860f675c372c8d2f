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

import type { BalancingSpec } from './balancing';
import type { Scheme } from './scheme';
import type { TaskSource } from './taskSource';
import type { TimelineEvent } from './timeline';

export type * from './scheme';

export type { AngleSource, Loss, PenguinsSource, TableSource, TableTask, TaskSource } from './taskSource';

export type Activation = 'relu' | 'tanh' | 'linear';

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

export interface ArmSpec {
  /** Unique within the experiment, e.g. "alone", "hard", "soft-0.01". */
  readonly id: string;
  readonly scheme: Scheme;
  /** Base learning rate of this arm, > 0. */
  readonly learningRate: number;
  /** Static weight of each task's loss, one per task, >= 0. */
  readonly taskWeights: readonly number[];
  /** What weighs the tasks against each other while they train; `static` = the taskWeights alone. */
  readonly balancing: BalancingSpec;
  /** What happens to the rows at given steps, in order; empty for one phase. */
  readonly timeline: readonly TimelineEvent[];
  /** Units of every trunk layer instead of the model's (and of the point's), or `null`. */
  readonly width: number | null;
  /** What its author calls it, where the settings alone would not tell. */
  readonly label: ArmLabel | null;
}

export interface ArmLabel {
  readonly 'zh-CN': string;
  readonly en: string;
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
  | { readonly kind: 'cosine'; readonly floor: number }
  /** factor^(step / every), without steps. */
  | { readonly kind: 'exponential'; readonly every: number; readonly factor: number }
  /** Rises linearly over the first so many steps, then stays at 1. */
  | { readonly kind: 'warmup'; readonly steps: number };

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
  /** Costlier measurements, asked for by name. */
  readonly probes: readonly Probe[];
}

export const PROBES = ['affinity', 'interpolation', 'firstLayer', 'predictions'] as const;

/**
 * affinity: effect of a step on each task upon the loss of each other (TAG). interpolation: error on the line between the
 * trunks of the last two tasks. firstLayer: first layer's weights, first seed. predictions: classes of some test rows.
 */
export type Probe = (typeof PROBES)[number];

/** One data setting of a sweep. `value` is the swept number (e.g. the angle in degrees), `null` when there is no sweep. */
export interface PointSpec {
  readonly value: number | null;
  readonly tasks: TaskSource;
  /** Units of every trunk layer at this point instead of the model's, or `null`. */
  readonly width: number | null;
  /** Fold of a cross-validation: train and validation rows are pooled and split anew; `null` = the source's own split. */
  readonly fold: { readonly index: number; readonly of: number } | null;
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
