import type { ExperimentSpec } from '../spec/experiment';
import type { Evaluation } from '../training/events';
import type { RowPrograms } from '../training/rowPrograms';
import type { Trainer } from '../training/trainer';
import { GOLDEN_SPEC } from './goldenSpec';

/** The numbers of a golden run, by name; plain data, stored as JSON. */
export type GoldenNumbers = Readonly<Record<string, readonly number[]>>;

/** Builds a trainer on the backend under test. */
export type CreateGoldenTrainer = (
  spec: ExperimentSpec,
  options: { readonly rowPrograms?: RowPrograms },
) => Trainer | Promise<Trainer>;

/**
 * Trains the golden run and reads everything that depends on the kernels.
 * @param rowPrograms fused steps under test; without them the current backend of TensorFlow.js
 */
export async function trainGoldenRun(
  createTrainer: CreateGoldenTrainer,
  signal?: AbortSignal,
  rowPrograms?: RowPrograms,
): Promise<GoldenNumbers> {
  const trainer = await createTrainer(GOLDEN_SPEC, rowPrograms === undefined ? {} : { rowPrograms });
  try {
    const before = await trainer.evaluate();
    while (trainer.step < GOLDEN_SPEC.training.steps) {
      signal?.throwIfAborted();
      await trainer.advance(GOLDEN_SPEC.training.steps);
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
