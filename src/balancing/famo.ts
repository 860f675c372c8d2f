/**
 * FAMO (Liu, Feng, Stone & Liu 2023): equal relative progress from losses alone, with one backward pass.
 *
 *   w_t = (z_t / L_t) / sum_s (z_s / L_s),  z = softmax(xi);   xi <- Adam(xi, J_z' (log L_before - log L_after) + decay xi)
 *
 * A task whose logarithm fell more than the others' loses weight. The authors measure L_after on the same batch after the
 * step; here it is the loss of the next step, which for full batches is the same number.
 * Memory: that of Adam, then log L of the last step as two float32 numbers each, high (T) and low (T), and whether there
 * was one: Adam would enlarge the rounding of one number.
 */
import { log } from '../numeric/elementary';
import { softmax } from '../numeric/softmax';
import type { FamoBalancing } from '../spec/balancing';
import { learn, learnedSize, learnedValues } from './learnedNumbers';
import type { BalancingMethod } from './method';
import { taskLosses } from './taskLosses';

export const famo: BalancingMethod<FamoBalancing> = {
  kind: 'famo',
  needs: 'losses',
  scales: 'losses',
  initialState: (tasks) => new Float64Array(learnedSize(tasks) + 2 * tasks + 1),
  weigh({ rate, decay }, input) {
    const tasks = input.rows.length;
    const size = learnedSize(tasks);
    const losses = taskLosses(input.losses, tasks);
    const logs = losses.map(log);
    const before = logs.map((_, t) => (input.state[size + t] ?? 0) + (input.state[size + tasks + t] ?? 0));

    let learned: Float64Array = input.state.slice(0, size);
    let logits: Float64Array = learnedValues(learned, new Float64Array(tasks));
    if ((input.state[size + 2 * tasks] ?? 0) > 0) {
      const z = softmax(logits);
      const drop = before.map((value, t) => value - (logs[t] ?? 0));
      const mean = drop.reduce((sum, value, t) => sum + value * (z[t] ?? 0), 0);
      const slope = z.map((part, t) => part * ((drop[t] ?? 0) - mean) + decay * (logits[t] ?? 0));
      learned = learn(learned, logits, slope, rate);
      logits = learned.slice(0, tasks);
    }

    const parts = softmax(logits).map((part, t) => part / (losses[t] ?? 1));
    const sum = parts.reduce((total, part) => total + part, 0);
    const state = new Float64Array(input.state.length);
    state.set(learned);
    state.set(logs.map(Math.fround), size);
    state.set(
      logs.map((value) => Math.fround(value - Math.fround(value))),
      size + tasks,
    );
    state[size + 2 * tasks] = 1;
    return { weights: parts.map((part) => part / sum), state };
  },
};
