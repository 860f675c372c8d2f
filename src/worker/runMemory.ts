/** What the page knows of a run, enough to go on with another engine as if nothing had happened. */
import type { ExperimentSpec } from '../spec/experiment';
import type { Adjustment, Checkpoint, RunEvent } from '../training/events';
import type { Command } from './protocol';
import type { OpenOptions } from './labEngine';

/** Commands of the page without the run they belong to. */
export type Wish =
  | { readonly type: 'run' }
  | { readonly type: 'pause' }
  | { readonly type: 'step'; readonly steps: number }
  | { readonly type: 'adjust'; readonly change: Omit<Adjustment, 'step'> }
  | { readonly type: 'pace'; readonly stepsPerSecond: number | null };

export interface RunMemory {
  readonly spec: ExperimentSpec;
  readonly step: number;
  /** `false` when there is nothing left to go on with: finished or failed. */
  readonly isAlive: boolean;
  wish(wish: Wish): void;
  learn(event: RunEvent): void;
  /** The facts of an `open` command that takes the run up where the page last saw it. */
  resume(): {
    readonly checkpoint: Checkpoint | null;
    readonly adjustments: readonly Adjustment[];
    readonly replayTo: number;
  };
  /** What is still wanted, in order, to be sent after `open`. */
  wishes(): readonly Wish[];
}

export function createRunMemory(spec: ExperimentSpec, options: OpenOptions): RunMemory {
  let checkpoint = options.checkpoint ?? null;
  let adjustments = options.adjustments ?? [];
  let step = checkpoint?.step ?? 0;
  let mode: 'resting' | 'running' | { readonly until: number } = 'resting';
  let pace: number | null = null;
  /** Sent, not yet seen applied. */
  let unanswered: readonly Omit<Adjustment, 'step'>[] = [];
  let alive = true;

  const learnStep = (seen: number): void => {
    step = Math.max(step, seen);
    if (typeof mode === 'object' && step >= mode.until) mode = 'resting';
  };

  return {
    spec,
    get step() {
      return step;
    },
    get isAlive() {
      return alive;
    },
    wish(wish) {
      switch (wish.type) {
        case 'run':
          mode = 'running';
          break;
        case 'pause':
          mode = 'resting';
          break;
        case 'step':
          mode = { until: (typeof mode === 'object' ? mode.until : step) + wish.steps };
          break;
        case 'adjust':
          unanswered = [...unanswered, wish.change];
          break;
        case 'pace':
          pace = wish.stepsPerSecond;
          break;
      }
    },
    learn(event) {
      switch (event.type) {
        case 'evaluated':
          learnStep(event.evaluation.step);
          break;
        case 'checkpoint':
          checkpoint = event.checkpoint;
          learnStep(event.checkpoint.step);
          break;
        case 'adjusted':
          adjustments = [...adjustments, event.adjustment];
          // Answers come in the order of the questions.
          unanswered = unanswered.slice(1);
          learnStep(event.adjustment.step);
          break;
        case 'progress':
          learnStep(event.step);
          break;
        case 'finished':
          learnStep(event.step);
          mode = 'resting';
          break;
        case 'failed':
          alive = false;
          break;
        case 'prepared':
        case 'recovered':
          break;
      }
    },
    resume: () => ({ checkpoint, adjustments, replayTo: step }),
    wishes: () => [
      ...(pace === null ? [] : [{ type: 'pace', stepsPerSecond: pace } as const]),
      ...unanswered.map((change) => ({ type: 'adjust', change }) as const),
      ...(mode === 'running' ? [{ type: 'run' } as const] : []),
      ...(typeof mode === 'object' ? [{ type: 'step', steps: mode.until - step } as const] : []),
    ],
  };
}

/** The command of a wish. */
export function commandOf(wish: Wish, runId: number): Command {
  return { ...wish, runId };
}
