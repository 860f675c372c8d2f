/** Drives a trainer to a step and reads what tests compare. Not part of the product. */
import type { Trainer } from '../trainer';

/** Advances to exactly `step`, whatever evaluations lie between. For arms that read nothing back on the way. */
export function trainTo(trainer: Trainer, step: number): void {
  while (trainer.step < step) {
    const before = trainer.step;
    void trainer.advance(step - before);
    if (trainer.step === before) throw new Error(`the trainer stopped at step ${before}`);
  }
}

/** {@link trainTo} for arms that have to wait for numbers. */
export async function trainAndWait(trainer: Trainer, step: number): Promise<void> {
  while (trainer.step < step) {
    if ((await trainer.advance(step - trainer.step)) === 0) throw new Error(`stopped at step ${trainer.step}`);
  }
}

/** theta after `step` steps, [L*T*P]. */
export async function weightsAt(trainer: Trainer, step: number): Promise<Float32Array> {
  await trainAndWait(trainer, step);
  const { arrays } = await trainer.checkpoint();
  const [theta] = arrays;
  if (!theta) throw new Error('no weights');
  return theta;
}
