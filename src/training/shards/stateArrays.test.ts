import { beforeAll, describe, expect, it } from 'vitest';
import { resolveBalancing } from '../../spec/balancingFields';
import type { ArmSpec, OptimizerSpec } from '../../spec/experiment';
import { createTrainer } from '../createTrainer';
import { useBackend } from '../testing/backends';
import { MIXED_SCHEMES, mixedSpec } from '../testing/mixedSpecs';
import { ADAM } from '../testing/smallSpec';
import { stateArrays } from './stateArrays';

const OPTIMIZERS: readonly OptimizerSpec[] = [{ kind: 'sgd' }, { kind: 'momentum', momentum: 0.9 }, ADAM];
const META = { kind: 'meta', method: 'reptile', innerSteps: 2, outerRate: 0.5, annealOver: 10 } as const;
const ARMS: Readonly<Record<string, Partial<ArmSpec>>> = {
  plain: {},
  'a common start': { scheme: META },
  balanced: { balancing: resolveBalancing({ kind: 'uncertainty' }) },
  anchored: { timeline: [{ do: 'anchor', at: 3, penalty: 'l2', lambda: 0.1, task: 0 }] },
  fused: { timeline: [{ do: 'fuse', at: 3, method: { kind: 'mean' }, tasks: [0, 1], on: 'trunk' }] },
  ...Object.fromEntries(Object.entries(MIXED_SCHEMES).map(([name, scheme]) => [name, { scheme }])),
  'mixed and balanced': { scheme: MIXED_SCHEMES.MMoE, balancing: resolveBalancing({ kind: 'uncertainty' }) } as ArmSpec,
  'without an adversary': {
    scheme: { ...MIXED_SCHEMES['shared-private'], adversary: 0 } as ArmSpec['scheme'],
  },
};

describe('stateArrays', () => {
  beforeAll(() => useBackend('cpu'));

  it.each(Object.entries(ARMS))('is what a checkpoint holds: %s', async (_, ofArm) => {
    for (const optimizer of OPTIMIZERS) {
      const spec = mixedSpec(
        { kind: 'alone' },
        { training: { ...mixedSpec({ kind: 'alone' }).training, optimizer } },
        ofArm,
      );
      const trainer = createTrainer(spec);
      const { arrays } = await trainer.checkpoint();
      trainer.dispose();
      expect(stateArrays(spec), optimizer.kind).toBe(arrays.length);
    }
  });
});
