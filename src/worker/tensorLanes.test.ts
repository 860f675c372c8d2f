import { describe, expect, it } from 'vitest';
import { PLAIN_ARM } from '../spec/plain';
import type { ExperimentSpec } from '../spec/experiment';
import { openCpu } from '../engine/cpu';
import { createTrainer } from '../training/createTrainer';
import { fakeSpec } from './testing/fakeTrainer';
import { watchRowPrograms } from './tensorLanes';

const arm = (id: string, scheme: ExperimentSpec['arms'][number]['scheme'], width: number | null = null) => ({
  ...{ id, scheme, learningRate: 0.1, taskWeights: [1] },
  ...PLAIN_ARM,
  width,
});
const SPEC: ExperimentSpec = {
  ...fakeSpec(10, 10),
  arms: [
    arm('alone', { kind: 'alone' }),
    arm('wide', { kind: 'alone' }, 4),
    arm('stitch', { kind: 'cross-stitch', same: 0.9, rateFactor: 1 }),
  ],
  seeds: [1, 2, 3],
};

describe('networks left to TensorFlow.js', () => {
  it('are those that mix activations, and those of declined groups', async () => {
    await openCpu();
    const watched = watchRowPrograms(SPEC, () => null);
    const trainer = createTrainer(SPEC, { rowPrograms: watched.rowPrograms });
    trainer.dispose();
    expect(watched.tensorLanes()).toEqual([
      { lanes: 3, why: 'mixing' },
      { lanes: 6, why: 'unfused' },
    ]);
  });

  it('are none where every group is fused', () => {
    expect(watchRowPrograms({ ...SPEC, arms: SPEC.arms.slice(0, 2) }, () => null).tensorLanes()).toEqual([]);
  });
});
