/**
 * One task per step, drawn with probability p_t in proportion to n_t^(1/temperature): 1 is proportional to the rows, large
 * temperatures treat all tasks alike (as for languages: Devlin et al. 2019; Arivazhagan et al. 2019). In expectation
 * this is a static weight p_t; it is the balance that batches drawn from a common pool of rows would have.
 */
import { log } from '../numeric/elementary';
import { createStream } from '../numeric/random';
import { softmax } from '../numeric/softmax';
import type { SamplingBalancing } from '../spec/balancing';
import type { BalancingMethod } from './method';

/** [T] p_t. @throws RangeError when no task has a row. */
export function samplingProbabilities(rows: readonly number[], temperature: number): Float64Array {
  if (!rows.some((count) => count > 0)) throw new RangeError('no task has a row to draw');
  return softmax(Float64Array.from(rows, (count) => log(count) / temperature));
}

export const sampling: BalancingMethod<SamplingBalancing> = {
  kind: 'sampling',
  needs: 'nothing',
  scales: 'losses',
  initialState: () => new Float64Array(0),
  weigh({ temperature }, { rows, seed, step, state }) {
    const probabilities = samplingProbabilities(rows, temperature);
    const draw = createStream(seed, 'balancing.sampling', step).uniform(0);
    let below = 0;
    let drawn = -1;
    probabilities.forEach((probability, t) => {
      if (draw >= below && probability > 0) drawn = t;
      below += probability;
    });
    return { weights: probabilities.map((_, t) => (t === drawn ? 1 : 0)), state };
  },
};
