/** Learning rate and epsilon of an arm at a step, the optimizer's bias corrections folded in (`optimizers/adam.ts`). */
import type { TrainingSpec } from '../../spec/experiment';
import { biasCorrection } from '../optimizers/biasCorrection';
import type { ArmPhase } from '../phase';
import { scheduledRate } from '../rateTable';

export interface StepPace {
  readonly rate: number;
  readonly epsilon: number;
}

/** The pace of one arm at `step` (0-based). */
export function stepPace(training: TrainingSpec, phase: ArmPhase, step: number): StepPace {
  const { rateFactor, epsilon } = biasCorrection(training.optimizer, Math.max(0, step - phase.restartedAt));
  const { learningRate } = phase.arm;
  const rate = scheduledRate(training, { learningRate, restartedAt: phase.restartedAt }, step) * rateFactor;
  return { rate, epsilon };
}
