/** Drives a trainer to a step and reads what tests compare. Not part of the product. */
import type { Trainer } from '../trainer';

/** Advances to exactly `step`, whatever evaluations lie between. */
export function trainTo(trainer: Trainer, step: number): void {
  while (trainer.step < step) {
    if (trainer.advance(step - trainer.step) === 0) throw new Error(`the trainer stopped at step ${trainer.step}`);
  }
}

/** theta after `step` steps, [L*T*P]. */
export async function weightsAt(trainer: Trainer, step: number): Promise<Float32Array> {
  trainTo(trainer, step);
  const { arrays } = await trainer.checkpoint();
  const [theta] = arrays;
  if (!theta) throw new Error('no weights');
  return theta;
}
