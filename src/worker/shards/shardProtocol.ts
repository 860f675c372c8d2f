/**
 * What crosses the thread boundary between a run and the trainers of its parts. Every request is answered once, in the
 * order in which they came. Both ends are of one build, so nothing is checked that the types say.
 */
import type { ExperimentSpec } from '../../spec/experiment';
import type { Adjustment, BackendName, Checkpoint, Evaluation } from '../../training/events';
import type { Trainer } from '../../training/trainer';
import type { SentError } from './sentError';

export type ShardRequest =
  | {
      /** Builds a trainer instead of the one before. */
      readonly type: 'create';
      readonly backend: BackendName;
      readonly spec: ExperimentSpec;
      readonly checkpoint: Checkpoint | null;
      readonly adjustments: readonly Adjustment[];
    }
  /** Answered when the steps are done. */
  | { readonly type: 'advance'; readonly steps: number }
  | { readonly type: 'evaluate' }
  | { readonly type: 'checkpoint' }
  /** The state at one of the two newest steps of `evaluate`. */
  | { readonly type: 'recall'; readonly step: number }
  | { readonly type: 'adjust'; readonly change: Omit<Adjustment, 'step'> }
  | { readonly type: 'dispose' };

export interface ShardAnswers {
  readonly create: Trainer['facts'];
  readonly advance: null;
  readonly evaluate: Evaluation;
  readonly checkpoint: Checkpoint;
  readonly recall: Checkpoint;
  readonly adjust: null;
  readonly dispose: null;
}

export type ShardAnswer = ShardAnswers[ShardRequest['type']];

export interface NumberedRequest {
  readonly id: number;
  readonly request: ShardRequest;
}

export type ShardReply =
  { readonly id: number; readonly answer: ShardAnswer } | { readonly id: number; readonly error: SentError };
