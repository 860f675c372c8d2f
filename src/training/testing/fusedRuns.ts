/** One experiment with every way in which a fused step is computed, and a trainer that leaves nothing to TensorFlow.js. Not part of the product. */
import { resolveBalancing } from '../../spec/balancingFields';
import type { ArmSpec, ExperimentSpec } from '../../spec/experiment';
import { PLAIN_POINT } from '../../spec/plain';
import { createTrainer, type TrainerOptions } from '../createTrainer';
import { createSimdRowPrograms } from '../simd/simdRowPrograms';
import type { Trainer } from '../trainer';
import { ADAM, arm, MIXED_TABLE, smallSpec, soft, TANH_RELU } from './smallSpec';
import { weightsAt } from './trainTo';

export const STEPS = 50;
export const HARD = { kind: 'hard', sharedLayers: 2, groups: null } as const;
export const TASKS = 3;

export const balanced = (kind: Exclude<ArmSpec['balancing']['kind'], 'static'>): ArmSpec => ({
  ...arm(kind, HARD, TASKS),
  balancing: resolveBalancing({ kind }),
});

/** Every way in which a step is computed. */
export const PLAIN_ARMS: readonly ArmSpec[] = [
  arm('alone', { kind: 'alone' }, TASKS),
  arm('zero', soft(0), TASKS),
  arm('hard', HARD, TASKS),
  arm('groups', { kind: 'hard', sharedLayers: 1, groups: [[0, 2]] }, TASKS),
  arm('soft', soft(0.05), TASKS),
  arm('safe', soft(100, { on: 'trunk', coupling: 'proximal' }), TASKS),
  arm('trace', soft(0.05, { penalty: 'trace', coupling: 'proximal' }), TASKS),
  arm('reptile', { kind: 'meta', method: 'reptile', innerSteps: 4, outerRate: 0.5, annealOver: STEPS }, TASKS),
  {
    ...arm('timeline', { kind: 'alone' }, TASKS),
    timeline: [
      { do: 'adopt', task: 1, at: 10 },
      { do: 'anchor', penalty: 'ewc', lambda: 2, task: 0, at: 20 },
      { do: 'scheme', scheme: HARD, at: 31 },
    ],
  },
];
export const ALL_ARMS: readonly ArmSpec[] = [
  ...PLAIN_ARMS,
  balanced('uncertainty'),
  balanced('pcgrad'),
  balanced('gradnorm'),
];

/** All of them on three tasks of three losses, one seed. @param batch rows per step, `null` for all */
export const specOf = (arms: readonly ArmSpec[], more: Partial<ExperimentSpec> = {}, batch: number | null = 4) =>
  smallSpec({
    points: [{ ...PLAIN_POINT, value: null, tasks: MIXED_TABLE }],
    arms,
    seeds: [3],
    model: TANH_RELU,
    training: { steps: STEPS, batch, optimizer: ADAM, schedule: { kind: 'cosine', floor: 0.1 } },
    evaluation: { every: STEPS, gradients: false, probes: [] },
    ...more,
  });

/** Options of a trainer but for what computes. */
type Going = Omit<TrainerOptions, 'rowPrograms' | 'backend'>;

/** No TensorFlow.js backend is there: everything has to be computed by the fused programs. */
export async function startFused(spec: ExperimentSpec, options: Going = {}): Promise<Trainer> {
  return createTrainer(spec, { rowPrograms: await createSimdRowPrograms(), backend: 'simd', ...options });
}

/** theta at the end of a run. */
export async function endOf(spec: ExperimentSpec, options: Going = {}): Promise<Float32Array> {
  const trainer = await startFused(spec, options);
  const theta = await weightsAt(trainer, spec.training.steps);
  trainer.dispose();
  return theta;
}
