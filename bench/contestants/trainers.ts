/** The lab's own trainers as contestants: completed network-steps, evaluation left out. */
import type { ExperimentSpec } from '../../src/spec/experiment';
import { laneCount } from '../../src/spec/experiment';
import type { Trainer } from '../../src/training/trainer';
import type { Contestant } from '../contest';

/** @param steps lockstep steps between two looks at the clock */
export function trainerContestant(spec: ExperimentSpec, trainer: Trainer, steps: number): Contestant {
  const lanes = laneCount(spec);
  return {
    async work() {
      const taken = await trainer.advance(steps);
      await trainer.settle();
      if (taken < steps) throw new RangeError('the experiment is too short for the benchmark');
      return taken * lanes;
    },
    close: () => trainer.dispose(),
  };
}
