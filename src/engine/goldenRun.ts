import type { ExperimentSpec } from '../spec/experiment';
import type { Evaluation } from '../training/events';
import type { Trainer } from '../training/trainer';
import { GOLDEN_SPEC } from './goldenSpec';

/** The numbers of a golden run, by name; plain data, stored as JSON. */
export type GoldenNumbers = Readonly<Record<string, readonly number[]>>;

/** Trains the golden run on the current backend and reads everything that depends on the kernels. */
export async function trainGoldenRun(
  createTrainer: (spec: ExperimentSpec) => Trainer,
  signal?: AbortSignal,
): Promise<GoldenNumbers> {
  const trainer = createTrainer(GOLDEN_SPEC);
  try {
    const before = await trainer.evaluate();
    while (trainer.step < GOLDEN_SPEC.training.steps) {
      signal?.throwIfAborted();
      void trainer.advance(GOLDEN_SPEC.training.steps);
    }
    const after = await trainer.evaluate();
    const { arrays } = await trainer.checkpoint();
    return { ...named('before', before), ...named('after', after), weights: [...(arrays[0] ?? [])] };
  } finally {
    trainer.dispose();
  }
}

/** Accuracies are left out: they jump when a number moves by its last digit. */
function named(prefix: string, evaluation: Evaluation): GoldenNumbers {
  const { trainLoss, testLoss, distance, relativeDistance, weightCosine, gradientNorm, gradientCosine, units } =
    evaluation;
  const kept = { trainLoss, testLoss, distance, relativeDistance, weightCosine, gradientNorm, gradientCosine, units };
  return Object.fromEntries(Object.entries(kept).map(([name, values]) => [`${prefix}.${name}`, [...values]]));
}
