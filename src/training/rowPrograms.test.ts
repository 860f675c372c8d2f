/** How a trainer deals with the programs that it is given: which groups they get, and in which strides they step. */
import { beforeAll, describe, expect, it } from 'vitest';
import type { ExperimentSpec } from '../spec/experiment';
import { createCohort } from './cohort';
import { createTrainer } from './createTrainer';
import type { RowPrograms } from './rowPrograms';
import { useBackend } from './testing/backends';
import { MIXED_SCHEMES, mixedSpec } from './testing/mixedSpecs';
import { arm, smallSpec } from './testing/smallSpec';
import { trainAndWait, weightsAt } from './testing/trainTo';

/** Tensor programs of rows that note which steps they are asked for. */
function noting() {
  const strides: (readonly [number, number])[] = [];
  const groups: number[] = [];
  const rowPrograms: RowPrograms = (data, layout, phases) => {
    groups.push(data.spec.arms.length);
    const program = createCohort(data, layout, phases);
    return {
      ...program,
      advance(step, steps) {
        strides.push([step, steps]);
        return program.advance(step, steps);
      },
    };
  };
  return { strides, groups, rowPrograms };
}

beforeAll(() => useBackend('cpu'));

describe('a program of rows', () => {
  const spec: ExperimentSpec = smallSpec({
    arms: [
      {
        ...arm('alone', { kind: 'alone' }),
        timeline: [
          { do: 'rate', learningRate: 0.01, at: 4 },
          { do: 'adopt', task: 1, at: 10 },
          { do: 'prune', sparsity: 0.5, on: 'trunk', at: 13 },
        ],
      },
    ],
    training: { ...smallSpec().training, steps: 25 },
  });
  const adjustments = [
    { arm: 'alone', learningRate: 0.2, step: 7 },
    { arm: 'alone', learningRate: 0.1, step: 17 },
  ];

  it('steps over no event, no live change and no evaluation', async () => {
    const { strides, rowPrograms } = noting();
    const trainer = createTrainer(spec, { rowPrograms, adjustments });
    await trainAndWait(trainer, 25);
    trainer.dispose();
    expect(strides).toEqual([
      [0, 4],
      [4, 3],
      [7, 3],
      [10, 3],
      [13, 4],
      [17, 3],
      [20, 5],
    ]);
  });

  it('ends with the same weights however its steps are grouped', async () => {
    const far = createTrainer(spec, { adjustments });
    const near = createTrainer(spec, { adjustments });
    for (let step = 1; step <= 25; step++) await trainAndWait(near, step);
    expect(await weightsAt(near, 25)).toEqual(await weightsAt(far, 25));
    far.dispose();
    near.dispose();
  });
});

it('networks that mix activations, and rows that a fused engine cannot do, are tensor programs', async () => {
  const mixed = mixedSpec(MIXED_SCHEMES['MMoE'] ?? { kind: 'alone' });
  const both = {
    ...mixed,
    arms: [...mixed.arms, arm('alone', { kind: 'alone' }, 3), arm('too', { kind: 'alone' }, 3)],
  };
  const { groups, rowPrograms } = noting();
  const fused = createTrainer(both, { rowPrograms, backend: 'cpu' });
  expect(groups).toEqual([2]);
  const plain = createTrainer(both, { rowPrograms: () => null });
  expect(await fused.evaluate()).toEqual(await plain.evaluate());
  fused.dispose();
  plain.dispose();
});
