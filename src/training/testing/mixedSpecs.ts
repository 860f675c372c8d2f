/** Experiments with networks that mix activations, for tests. Not part of the product. */
import type { ArmSpec, ExperimentSpec, TableSource } from '../../spec/experiment';
import type { MixedScheme, Scheme } from '../../spec/scheme';
import { PLAIN_POINT } from '../../spec/plain';
import { ADAM, arm, MIXED_TABLE, smallSpec } from './smallSpec';

/** Every kind of network, small; trunks have two layers of four units. */
export const MIXED_SCHEMES: Readonly<Record<string, MixedScheme>> = {
  'cross-stitch': { kind: 'cross-stitch', same: 0.9, rateFactor: 10 },
  sluice: { kind: 'sluice', subspaces: 2, same: 0.9, rateFactor: 2, orthogonality: 0.1 },
  'shared-private': {
    kind: 'shared-private',
    adversary: 0.3,
    discriminatorSteps: 3,
    discriminatorRate: 0.05,
    orthogonality: 0.1,
  },
  MMoE: { kind: 'experts', gating: 'task', experts: 2, ownExperts: 0, units: 3, levels: 1 },
  PLE: { kind: 'experts', gating: 'ple', experts: 1, ownExperts: 1, units: 3, levels: 2 },
  adapters: { kind: 'adapters', rank: 2, trunkSteps: 4 },
};

/** The tasks of {@link MIXED_TABLE}, two of them with inputs of their own and one with fewer rows. */
export const OWN_INPUTS: TableSource = {
  ...MIXED_TABLE,
  tasks: MIXED_TABLE.tasks.map((task, t) => {
    const rows = t === 1 ? 8 : 10;
    const own = Array.from({ length: rows }, (_, i) => [((i * 3 + t) % 10) / 4 - 1, ((i * 7 + 2 * t) % 10) / 5 - 0.9]);
    return t === 0 ? task : { ...task, inputs: own, targets: task.targets.slice(0, rows) };
  }),
};

const model = {
  trunk: [
    { units: 4, activation: 'tanh' },
    { units: 4, activation: 'relu' },
  ],
  head: [],
  headStart: 'own',
} as const;

/** One arm on three tasks of three losses, Adam, mini-batches of four. */
export function mixedSpec(
  scheme: Scheme,
  more: Partial<ExperimentSpec> = {},
  ofArm: Partial<ArmSpec> = {},
): ExperimentSpec {
  return smallSpec({
    points: [{ ...PLAIN_POINT, value: null, tasks: MIXED_TABLE }],
    arms: [{ ...arm('network', scheme, 3, 0.02), ...ofArm }],
    model,
    training: { steps: 20, batch: 4, optimizer: ADAM, schedule: { kind: 'cosine', floor: 0.1 } },
    ...more,
  });
}

export const withOwnInputs: Pick<ExperimentSpec, 'points'> = {
  points: [{ ...PLAIN_POINT, value: null, tasks: OWN_INPUTS }],
};
