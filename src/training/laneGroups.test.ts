import { beforeAll, describe, expect, it } from 'vitest';
import { createTrainer } from './createTrainer';
import { useBackend } from './testing/backends';
import { arm } from './testing/smallSpec';
import { trainAndWait } from './testing/trainTo';
import { MODEL, rowsAt, spec } from './testing/twoTowers';

describe('groups and widths', () => {
  beforeAll(() => useBackend('cpu'));

  it('a group of all is plain hard sharing; groups of one are alone', async () => {
    const hard = (groups: readonly (readonly number[])[] | null) =>
      spec([], { arms: [arm('hard', { kind: 'hard', sharedLayers: 2, groups })] });
    expect(await rowsAt(hard([[0, 1]]), 20)).toEqual(await rowsAt(hard(null), 20));
    expect(await rowsAt(hard([[0], [1]]), 20)).toEqual(await rowsAt(spec([]), 20));
    expect(await rowsAt(hard([]), 20)).toEqual(await rowsAt(spec([]), 20));
  });

  it('an arm of its own width trains as in an experiment of that width', async () => {
    const narrow = { ...arm('narrow', { kind: 'alone' }), width: 2 };
    const mixed = createTrainer(spec([], { arms: [arm('alone', { kind: 'alone' }), narrow] }));
    await trainAndWait(mixed, 30);
    const together = await mixed.evaluate();
    mixed.dispose();
    const trunk = MODEL.trunk.map((layer) => ({ ...layer, units: 2 }));
    const apart = createTrainer(spec([], { model: { ...MODEL, trunk } }));
    await trainAndWait(apart, 30);
    const { testLoss } = await apart.evaluate();
    apart.dispose();
    expect(together.testLoss.slice(2)).toEqual(testLoss);
    expect(together.testLoss.slice(0, 2)).not.toEqual(testLoss);
  });
});
