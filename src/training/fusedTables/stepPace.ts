/** Learning rate and epsilon of an arm at a step, the optimizer's bias corrections folded in (`optimizers/adam.ts`). */
import { integerPower } from '../../numeric/integerPower';
import type { OptimizerSpec, TrainingSpec } from '../../spec/experiment';
import type { ArmPhase } from '../phase';
import { scheduledRate } from '../rateTable';

export interface StepPace {
  readonly rate: number;
  readonly epsilon: number;
}

/** Factor on the rate, and epsilon, at the optimizer's own step number `age`. */
function corrections(spec: OptimizerSpec, age: number): { readonly factor: number; readonly epsilon: number } {
  if (spec.kind !== 'adam') return { factor: 1, epsilon: 0 };
  const { beta1, beta2, epsilon } = spec;
  const second = Math.sqrt((1 - integerPower(beta2, age + 1)) / (1 - beta2));
  return { factor: ((1 - beta1) * second) / (1 - integerPower(beta1, age + 1)), epsilon: epsilon * second };
}

/** The pace of one arm at `step` (0-based). */
export function stepPace(training: TrainingSpec, phase: ArmPhase, step: number): StepPace {
  const { factor, epsilon } = corrections(training.optimizer, Math.max(0, step - phase.restartedAt));
  const { learningRate } = phase.arm;
  const rate = scheduledRate(training, { learningRate, restartedAt: phase.restartedAt }, step) * factor;
  return { rate, epsilon };
}
