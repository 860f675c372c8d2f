/** What the optimizers fold into rate and epsilon, computed in doubles from the integer step (`adam.ts` has the formula). */
import { integerPower } from '../../numeric/integerPower';
import type { OptimizerSpec } from '../../spec/experiment';

export interface BiasCorrection {
  /** Multiplies the learning rate. */
  readonly rateFactor: number;
  /** The number added to the root of the second moment. */
  readonly epsilon: number;
}

const NONE: BiasCorrection = { rateFactor: 1, epsilon: 0 };

/** @param age the optimizer's own step (0-based, since its last restart) */
export function biasCorrection(spec: OptimizerSpec, age: number): BiasCorrection {
  if (spec.kind !== 'adam') return NONE;
  const { beta1, beta2, epsilon } = spec;
  const second = Math.sqrt((1 - integerPower(beta2, age + 1)) / (1 - beta2));
  return { rateFactor: ((1 - beta1) * second) / (1 - integerPower(beta1, age + 1)), epsilon: epsilon * second };
}
