/** Random loss weighting, RLW (Lin et al. 2022): w = softmax of T standard normal numbers, drawn anew in every step. Sums to 1. */
import { createStream, fillNormal } from '../numeric/random';
import { softmax } from '../numeric/softmax';
import type { RandomBalancing } from '../spec/balancing';
import type { BalancingMethod } from './method';

export const randomWeights: BalancingMethod<RandomBalancing> = {
  kind: 'random',
  needs: 'nothing',
  scales: 'losses',
  initialState: () => new Float64Array(0),
  weigh(_settings, { rows, seed, step, state }) {
    const normals = new Float64Array(rows.length);
    fillNormal(createStream(seed, 'balancing.random', step), normals);
    return { weights: softmax(normals), state };
  },
};
