/**
 * One experiment on TensorFlow.js and on fused programs: how far apart the losses of two whole runs are, and how far apart
 * single steps from the very same states. Not part of the product.
 */
import type { ExperimentSpec } from '../../spec/experiment';
import { createTrainer } from '../createTrainer';
import type { Adjustment, Checkpoint, Evaluation } from '../events';
import type { RowPrograms } from '../rowPrograms';
import { trainAndWait } from './trainTo';

export interface Deviation {
  /** Largest relative difference of a loss, over all splits, networks and tasks. */
  readonly losses: number;
  /** Largest difference after one step, in parts of the largest number of its array (theta: of its largest move). */
  readonly step: number;
  /** Where the two largest occurred, for messages. */
  readonly where: string;
}

export interface ParityOptions {
  readonly steps?: number;
  /** Steps at which single steps are compared. */
  readonly cuts?: readonly number[];
  readonly adjustments?: readonly Adjustment[];
}

const LOSSES = ['trainLoss', 'validationLoss', 'testLoss'] as const;
/** A number of theta cannot be nearer than its own last place. */
const LAST_PLACE = 1.2e-7;

const largest = (values: ArrayLike<number>): number => {
  let most = 0;
  for (let i = 0; i < values.length; i++) most = Math.max(most, Math.abs(values[i] ?? NaN));
  return most;
};

function difference(a: Float32Array, b: Float32Array): Float64Array {
  return Float64Array.from(a, (value, i) => value - (b[i] ?? NaN));
}

/** Relative difference of a step: of theta in parts of its move, of everything else in parts of itself. */
function stepDeviation(before: Checkpoint, expected: Checkpoint, found: Checkpoint): { value: number; array: number } {
  let worst = { value: 0, array: -1 };
  expected.arrays.forEach((array, index) => {
    const other = found.arrays[index];
    const old = before.arrays[index];
    if (!other || !old || other.length !== array.length) throw new RangeError(`array ${index} is missing`);
    const apart = largest(difference(array, other));
    const size = index === 0 ? largest(difference(array, old)) : largest(array);
    const allowed = index === 0 ? LAST_PLACE * largest(array) : 0;
    // NaN counts as infinitely far.
    const value = apart <= allowed ? 0 : size > 0 ? (apart - allowed) / size : Infinity;
    if (!(value <= worst.value)) worst = { value: Number.isNaN(value) ? Infinity : value, array: index };
  });
  return worst;
}

/**
 * The largest differences between the current TensorFlow.js backend and fused programs.
 * @throws Error when the fused engine leaves a group to TensorFlow.js: then there is nothing to compare
 */
export async function deviationOf(
  spec: ExperimentSpec,
  fusedPrograms: RowPrograms,
  { steps = spec.training.steps, cuts = [0, 23], adjustments = [] }: ParityOptions = {},
): Promise<Deviation> {
  const marks = [0, 1, 10, 30, steps].filter((at) => at <= steps);
  const stops = [...new Set([...marks, ...cuts, ...cuts.map((at) => at + 1)])].sort((a, b) => a - b);
  const rowPrograms: RowPrograms = (...group) => {
    const program = fusedPrograms(...group);
    if (program === null) throw new Error('no fused program');
    return program;
  };
  const checkpoints = new Map<number, Checkpoint>();
  const evaluations = new Map<number, Evaluation>();
  const reference = createTrainer(spec, { adjustments });
  for (const stop of stops) {
    await trainAndWait(reference, stop);
    if (marks.includes(stop)) evaluations.set(stop, await reference.evaluate());
    checkpoints.set(stop, await reference.checkpoint());
  }
  reference.dispose();

  const at: string[] = [];
  let losses = 0;
  const fused = createTrainer(spec, { rowPrograms, adjustments, backend: 'simd' });
  for (const [mark, expected] of evaluations) {
    await trainAndWait(fused, mark);
    const found = await fused.evaluate();
    for (const name of LOSSES) {
      expected[name].forEach((loss, i) => {
        const apart = Math.abs((found[name][i] ?? NaN) - loss) / Math.max(Math.abs(loss), 1e-4);
        if (apart <= losses) return;
        losses = Number.isNaN(apart) ? Infinity : apart;
        at[0] = `${name} ${i} at step ${mark}: ${found[name][i]} for ${loss}`;
      });
    }
  }
  fused.dispose();

  let step = 0;
  for (const cut of cuts) {
    const before = checkpoints.get(cut);
    const after = checkpoints.get(cut + 1);
    if (!before || !after) throw new RangeError(`no checkpoint at ${cut}`);
    const one = createTrainer(spec, { rowPrograms, adjustments, checkpoint: before });
    await trainAndWait(one, cut + 1);
    const { value, array } = stepDeviation(before, after, await one.checkpoint());
    one.dispose();
    if (value <= step) continue;
    step = value;
    at[1] = `array ${array} of step ${cut}`;
  }
  return { losses, step, where: at.filter((text) => text !== '').join('; ') };
}
