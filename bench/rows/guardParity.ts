import { createTrainer } from '../../src/training/createTrainer';
import { cohortSpec, HARD } from '../comparisonCohort';
import { createSimdTrainer } from '../contestants/simdTrainers';

const STEPS = 50;
/** Largest difference of a weight after so many steps of Adam at rate 0.01, in single precision on both sides. */
const TOLERANCE = 1e-3;

/**
 * Speed of wrong numbers is worth nothing: trains some networks on both engines before anything is timed.
 * @throws Error when any weight differs
 */
export async function guardParity(): Promise<void> {
  const spec = cohortSpec([HARD], 5);
  const [ours, theirs] = [await createSimdTrainer(spec, 1), createTrainer(spec)];
  const after = async (trainer: typeof ours): Promise<Float32Array> => {
    await trainer.advance(STEPS);
    const [theta = new Float32Array()] = (await trainer.checkpoint()).arrays;
    trainer.dispose();
    return theta;
  };
  const [fused, tensors] = [await after(ours), await after(theirs)];
  const gap = fused.reduce((most, weight, at) => Math.max(most, Math.abs(weight - (tensors[at] ?? NaN))), 0);
  if (!(gap <= TOLERANCE)) throw new Error(`after ${STEPS} steps the engines differ by ${gap}: nothing was timed`);
}
