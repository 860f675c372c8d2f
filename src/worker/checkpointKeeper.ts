import type { Checkpoint } from '../training/events';
import type { Trainer } from '../training/trainer';
import { ownCheckpoint } from './ownedArrays';

/** Reading a big cohort back costs more: checkpoints may take at most one part in so many of the time. */
const SHARE_OF_TIME = 20;
/** The first one comes early: without it a crash throws a run back to its beginning. */
const FIRST_AFTER_MS = 200;

/** Decides when to save, and refuses to save numbers that are none. */
export interface CheckpointKeeper {
  /** Training (re)starts now. */
  start(): void;
  readonly isDue: boolean;
  /** The state at the current step, `null` when that step is already saved. Shares no memory with the trainer. */
  take(): Promise<Checkpoint | null>;
}

/**
 * @param every least time between two checkpoints while training, ms
 * @throws DivergenceError from `take` when the state is not finite
 */
export function createCheckpointKeeper(trainer: Trainer, every: number, now: () => number): CheckpointKeeper {
  let savedStep = trainer.step;
  let due = Infinity;
  return {
    start: () => {
      due = now() + Math.min(FIRST_AFTER_MS, every);
    },
    get isDue() {
      return now() >= due && trainer.step > savedStep;
    },
    async take() {
      if (trainer.step === savedStep) return null;
      const begin = now();
      const checkpoint = ownCheckpoint(await trainer.checkpoint());
      if (!checkpoint.arrays.every(isFiniteArray)) {
        // Says which network and task; where it finds nothing wrong (an optimizer's slot), there is nothing to save.
        await trainer.evaluate();
        throw new Error(`state at step ${checkpoint.step} is not finite`);
      }
      savedStep = checkpoint.step;
      const end = now();
      due = end + Math.max(every, SHARE_OF_TIME * (end - begin));
      return checkpoint;
    },
  };
}

function isFiniteArray(array: Float32Array): boolean {
  // A sum is finite only if all terms are, and is far faster than a test of each; overflow is judged one by one.
  let sum = 0;
  for (const value of array) sum += value;
  return Number.isFinite(sum) || array.every(Number.isFinite);
}
