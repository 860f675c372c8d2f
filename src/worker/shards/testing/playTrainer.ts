/** A run with a live change, and all that can be seen of it; for tests. */
import { expect } from 'vitest';
import type { Checkpoint, Evaluation } from '../../../training/events';
import { trainAndWait } from '../../../training/testing/trainTo';
import type { Trainer } from '../../../training/trainer';
import { STEPS } from './shardedSpecs';

export interface Played {
  readonly facts: Trainer['facts'];
  readonly evaluations: readonly Evaluation[];
  readonly states: readonly Checkpoint[];
  readonly last: Checkpoint;
}

export const CHANGE = { arm: 'changed', learningRate: 0.11 } as const;

/** To the end, measured where it is due, with a live change at step 5; states after steps 3, 7, 8. */
export async function play(trainer: Trainer): Promise<Played> {
  const evaluations: Evaluation[] = trainer.step === 0 ? [await trainer.evaluate()] : [];
  const states: Checkpoint[] = [];
  for (const stop of [3, 5, 7, 8, STEPS].filter((at) => at > trainer.step)) {
    while (trainer.step < stop) {
      const due = trainer.nextEvaluation;
      await trainAndWait(trainer, Math.min(stop, due));
      await trainer.settle();
      if (trainer.step === due) evaluations.push(await trainer.evaluate());
    }
    if (stop === 5) expect(trainer.adjust(CHANGE)).toEqual({ ...CHANGE, step: 5 });
    else if (stop < STEPS) states.push(await trainer.checkpoint());
  }
  const last = await trainer.checkpoint();
  trainer.dispose();
  return { facts: trainer.facts, evaluations, states, last };
}
