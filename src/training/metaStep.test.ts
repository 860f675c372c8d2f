import { beforeAll, describe, expect, it } from 'vitest';
import { firstOrderMamlUpdate } from '../fusion/metaUpdate';
import type { ArmSpec } from '../spec/experiment';
import { useBackend } from './testing/backends';
import { arm } from './testing/smallSpec';
import { rowsAt, spec } from './testing/twoTowers';

describe('meta-learning', () => {
  beforeAll(() => useBackend('cpu'));
  const plain = { steps: 12, batch: null, optimizer: { kind: 'sgd' }, schedule: { kind: 'constant' } } as const;
  const meta = (method: 'reptile' | 'fomaml', innerSteps: number): ArmSpec => ({
    ...arm('meta', { kind: 'meta', method, innerSteps, outerRate: 1, annealOver: 12 }),
    learningRate: 0.04,
  });

  it('Reptile with one inner step is descent on the mean loss, at a rate that anneals', async () => {
    const [row] = await rowsAt(spec([], { training: plain, arms: [meta('reptile', 1)] }), 1);
    // The first outer rate is 1: hard sharing takes the sum, so half the rate is the mean.
    const joint = { ...arm('full', { kind: 'hard', sharedLayers: 3, groups: null }), learningRate: 0.02 };
    const [same] = await rowsAt(spec([], { training: plain, arms: [joint] }), 1);
    row.forEach((value, i) => expect(value).toBeCloseTo(same[i] ?? NaN, 6));
  });

  it('first-order MAML moves by the mean gradient at the adapted rows', async () => {
    const alone = spec([], { training: plain, arms: [{ ...arm('alone', { kind: 'alone' }), learningRate: 0.04 }] });
    const [start] = await rowsAt(alone, 0);
    const adapted = await rowsAt(alone, 4);
    const further = await rowsAt(alone, 5);
    const gradients = adapted.map((row, task) => row.map((value, i) => (value - (further[task]?.[i] ?? NaN)) / 0.04));
    const [found] = await rowsAt(spec([], { training: plain, arms: [meta('fomaml', 4)] }), 5);
    firstOrderMamlUpdate(start, gradients, 1).forEach((value, i) => expect(found[i]).toBeCloseTo(value, 4));
  });

  it('rows are equal after every outer step and differ within a cycle', async () => {
    for (const [method, length] of [
      ['reptile', 4],
      ['fomaml', 5],
    ] as const) {
      const experiment = spec([], { training: plain, arms: [meta(method, 4)] });
      const at = await rowsAt(experiment, length);
      expect(at[0], method).toEqual(at[1]);
      const within = await rowsAt(experiment, length + 2);
      expect(within[0]).not.toEqual(within[1]);
    }
  });
});
