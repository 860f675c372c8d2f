/** Which network left the numbers, in the words of a run that is not divided. */
import type { Checkpoint } from '../events';
import type { Trainer } from '../trainer';

/**
 * Takes the last stretch once more, undivided: the order in which networks are accused hangs on all of them, and on
 * losses of step 0 that only their trainers know. It is one stretch between two evaluations, once, at the end of a run.
 * @param createTrainer a trainer of the whole that goes on from a checkpoint
 * @param from the state of the last good evaluation, else that of `step`
 * @param step at which the parts diverged
 * @throws DivergenceError always
 */
export async function judgeDivergence(
  createTrainer: (checkpoint: Checkpoint) => Trainer,
  from: Checkpoint,
  step: number,
): Promise<never> {
  const trainer = createTrainer(from);
  try {
    await trainer.evaluate();
    while (trainer.step < step) await trainer.advance(step - trainer.step);
    await trainer.evaluate();
  } finally {
    trainer.dispose();
  }
  throw new Error(`a part of the run diverged at step ${step}, the whole did not`);
}
