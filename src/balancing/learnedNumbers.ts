/**
 * Numbers that a method learns by Adam (Kingma & Ba 2015) beside the network: one per task, with their moments, in the
 * method's memory as [x (T), m (T), v (T), updates]. The network's optimizer belongs to the network; these have their
 * own moments and the rate that the spec names. Rounded to float32 after every update.
 */
import { integerPower } from '../numeric/integerPower';

const BETA1 = 0.9;
const BETA2 = 0.999;
const EPSILON = 1e-8;
/** Steeper slopes count as this: their squares would leave float32. */
const STEEPEST = 1e18;

/** Losses are single-precision numbers: at the stationary point of a loss of size 1 this much slope is their rounding. */
const ROUNDING = 1e-5;

/**
 * A slope of an objective whose terms are of size 1, without rounding: Adam makes a full step of any slope, so where a
 * method begins at its stationary point, the last bit of a loss would decide the direction of the first step.
 */
export function beyondRounding(slope: number): number {
  return Math.abs(slope) < ROUNDING ? 0 : slope;
}

/** Length of the memory. */
export function learnedSize(tasks: number): number {
  return 3 * tasks + 1;
}

/** [T] the numbers; where nothing has been learned yet, `start`. */
export function learnedValues(state: Float64Array, start: Float64Array): Float64Array {
  const tasks = start.length;
  return (state[3 * tasks] ?? 0) === 0 ? start.map(Math.fround) : state.slice(0, tasks);
}

/**
 * The memory after one step of Adam down the gradient.
 * @param values [T] from {@link learnedValues}
 * @param gradient [T]
 */
export function learn(state: Float64Array, values: Float64Array, gradient: Float64Array, rate: number): Float64Array {
  const tasks = values.length;
  const updates = (state[3 * tasks] ?? 0) + 1;
  const next = new Float64Array(learnedSize(tasks));
  const [correction1, correction2] = [1 - integerPower(BETA1, updates), 1 - integerPower(BETA2, updates)];
  gradient.forEach((steep, t) => {
    const slope = Math.min(STEEPEST, Math.max(-STEEPEST, steep));
    const first = BETA1 * (state[tasks + t] ?? 0) + (1 - BETA1) * slope;
    const second = BETA2 * (state[2 * tasks + t] ?? 0) + (1 - BETA2) * slope * slope;
    const step = (rate * (first / correction1)) / (Math.sqrt(second / correction2) + EPSILON);
    next[t] = Math.fround((values[t] ?? 0) - step);
    next[tasks + t] = Math.fround(first);
    next[2 * tasks + t] = Math.fround(second);
  });
  next[3 * tasks] = updates;
  return next;
}
