/** Experiments that can be divided, each along one axis and each for another reason; for tests. */
import { resolveBalancing } from '../../../spec/balancingFields';
import type { ArmSpec, ExperimentSpec } from '../../../spec/experiment';
import { PLAIN_POINT } from '../../../spec/plain';
import { MIXED_SCHEMES, mixedSpec } from '../../../training/testing/mixedSpecs';
import { arm, LINEAR_PAIR, smallSpec, soft, TANH_RELU } from '../../../training/testing/smallSpec';

export const STEPS = 12;
const ALL_PROBES = {
  every: 4,
  gradients: true,
  probes: ['affinity', 'interpolation', 'firstLayer', 'predictions'],
} as const;
export const hard = (id: string, more: Partial<ArmSpec> = {}): ArmSpec => ({
  ...arm(id, { kind: 'hard', sharedLayers: 2, groups: null }),
  ...more,
});
export const training = { ...mixedSpec({ kind: 'alone' }).training, steps: STEPS };
const tables = (arms: readonly ArmSpec[], more: Partial<ExperimentSpec> = {}): ExperimentSpec =>
  mixedSpec({ kind: 'alone' }, { arms, seeds: [0, 2 ** 32 - 1, 7], training, evaluation: ALL_PROBES, ...more });
export const pairs = (arms: readonly ArmSpec[], more: Partial<ExperimentSpec> = {}): ExperimentSpec =>
  smallSpec({
    arms,
    seeds: [3, 1, 2],
    model: TANH_RELU,
    training: { ...training, batch: null },
    evaluation: { every: 4, gradients: true, probes: [] },
    ...more,
  });
export const points = (widths: readonly (number | null)[]): Pick<ExperimentSpec, 'points' | 'seeds'> => ({
  points: widths.map((width, index) => ({
    ...PLAIN_POINT,
    value: 30 * index,
    width,
    tasks: { ...LINEAR_PAIR, angle: 30 * index, samples: [12 - index, 12 + 2 * index] },
  })),
  seeds: [5, 6],
});

export const MIXING = 'networks that mix activations beside rows of two widths';
/** Arm `changed` is for live changes. `axis`: along which three parts are cut. */
export const SPECS: Readonly<
  Record<string, { readonly spec: ExperimentSpec; readonly axis: 'seeds' | 'points' | 'arms' }>
> = {
  'mini-batches of three losses, every probe': {
    axis: 'seeds',
    spec: tables([arm('changed', soft(0.05, { on: 'trunk' }), 3), arm('alone', { kind: 'alone' }, 3)]),
  },
  [MIXING]: {
    axis: 'seeds',
    spec: tables(
      ['shared-private', 'MMoE']
        .flatMap((name) => {
          const scheme = MIXED_SCHEMES[name];
          return scheme ? [arm(name, scheme, 3)] : [];
        })
        .concat([{ ...arm('narrow', { kind: 'alone' }, 3), width: 2 }, arm('changed', { kind: 'alone' }, 3)]),
    ),
  },
  'methods that balance, of unequal memory, beside one that does not': {
    axis: 'seeds',
    spec: pairs([
      hard('changed', { balancing: resolveBalancing({ kind: 'uncertainty' }) }),
      hard('gradnorm', { balancing: resolveBalancing({ kind: 'gradnorm' }) }),
      hard('pcgrad', { balancing: resolveBalancing({ kind: 'pcgrad' }) }),
      hard('static'),
    ]),
  },
  'a timeline, and a common start': {
    axis: 'seeds',
    spec: pairs([
      hard('changed', {
        scheme: { kind: 'alone' },
        timeline: [
          { do: 'weights', taskWeights: [1, 0], at: 2 },
          { do: 'adopt', task: 0, at: 4 },
          { do: 'anchor', penalty: 'ewc', lambda: 0.3, task: 0, at: 4 },
          { do: 'fuse', method: { kind: 'mean' }, tasks: [0, 1], on: 'trunk', at: 9 },
        ],
      }),
      arm('meta', { kind: 'meta', method: 'reptile', innerSteps: 3, outerRate: 0.5, annealOver: 12 }),
    ]),
  },
  'points of different widths in an order that changes between parts': {
    axis: 'points',
    spec: pairs([hard('changed'), arm('alone', { kind: 'alone' })], points([2, 5, 5, null, 2])),
  },
  'arms, where there is nothing else': {
    axis: 'arms',
    spec: pairs([hard('changed'), hard('b', { learningRate: 0.2 }), hard('c', { width: 3 })], { seeds: [9] }),
  },
};
