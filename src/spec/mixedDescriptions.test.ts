/** Counts by hand, and how many mixing numbers there are. */
import { describe, expect, it } from 'vitest';
import type { ModelSpec } from './experiment';
import { mixedParameterCount } from './mixedParameters';
import { mixedReadout, mixingWidth } from './mixedReadout';
import type { MixedScheme } from './scheme';
import type { TaskShape } from './taskShape';

const model: ModelSpec = {
  trunk: [
    { units: 8, activation: 'relu' },
    { units: 8, activation: 'relu' },
  ],
  head: [{ units: 3, activation: 'relu' }],
  headStart: 'own',
};
const SHAPES: readonly TaskShape[] = [
  { name: 'a', loss: 'mse', outputs: 1, score: 'relativeError' },
  { name: 'b', loss: 'softmax', outputs: 4, score: 'accuracy' },
];
const experts = { kind: 'experts', experts: 4, ownExperts: 0, units: 6, levels: 1 } as const;
const SCHEMES: readonly MixedScheme[] = [
  { kind: 'cross-stitch', same: 0.9, rateFactor: 10 },
  { kind: 'sluice', subspaces: 2, same: 0.9, rateFactor: 1, orthogonality: 0.1 },
  { kind: 'shared-private', adversary: 0.05, discriminatorSteps: 5, discriminatorRate: 0.02, orthogonality: 0.01 },
  { ...experts, gating: 'common' },
  { ...experts, gating: 'task' },
  { ...experts, gating: 'ple', ownExperts: 2, levels: 2 },
  { kind: 'adapters', rank: 2, trunkSteps: 100 },
];
/** 5 inputs: a trunk of 5 -> 8 -> 8, heads of 8 -> 3 -> outputs. */
const TRUNK = 5 * 8 + 8 + 8 * 8 + 8;
const HEADS = 8 * 3 + 3 + (3 * 1 + 1) + 8 * 3 + 3 + (3 * 4 + 4);

describe('parameters by hand', () => {
  const expert = 5 * 6 + 6 + 6 * 6 + 6;
  const deepExpert = 6 * 6 + 6 + 6 * 6 + 6;
  const onSix = 6 * 3 + 3 + (3 * 1 + 1) + 6 * 3 + 3 + (3 * 4 + 4);
  const onSixteen = 16 * 3 + 3 + (3 * 1 + 1) + 16 * 3 + 3 + (3 * 4 + 4);
  it.each([
    ['cross-stitch: one alpha per pair, layer and channel', 0, 2 * TRUNK + HEADS + 2 * (2 * 2 * 8)],
    ['sluice: 4 x 4 alphas per layer, a beta per task and layer', 1, 2 * TRUNK + HEADS + 2 * 16 + 2 * 2],
    ['shared-private: three trunks, heads on both', 2, 3 * TRUNK + onSixteen],
    ['OMoE: one gate', 3, 4 * expert + 5 * 4 + onSix],
    ['MMoE: a gate per task', 4, 4 * expert + 2 * 5 * 4 + onSix],
    [
      'PLE: eight experts per level, task gates over six, a shared gate over eight between the levels',
      5,
      8 * expert + 2 * 5 * 6 + 5 * 8 + 8 * deepExpert + 2 * 6 * 6 + onSix,
    ],
    ['adapters: rank 2 on 5 x 8 and 8 x 8', 6, TRUNK + HEADS + 2 * (2 * (5 + 8) + 2 * (8 + 8))],
  ])('%s', (_, index, byHand) => {
    const scheme = SCHEMES[index];
    if (!scheme) throw new Error('no scheme');
    expect(mixedParameterCount(scheme, model, 5, SHAPES)).toBe(byHand);
  });

  it('of the configuration of Ma et al. 2018: 13056 weights where a shared bottom of 113 has as many', () => {
    const towers: ModelSpec = {
      trunk: [{ units: 16, activation: 'relu' }],
      head: [{ units: 8, activation: 'relu' }],
      headStart: 'own',
    };
    const pair = SHAPES.slice(0, 1).flatMap((shape) => [shape, shape]);
    const mmoe = { ...experts, gating: 'task', experts: 8, units: 16 } as const;
    const [biases, gates, outputs] = [8 * 16 + 2 * 8, 2 * 100 * 8, 2 * (8 + 1)];
    expect(mixedParameterCount(mmoe, towers, 100, pair) - biases - gates - outputs).toBe(13056);
  });
});

it('the mixing numbers of each scheme', () => {
  expect(SCHEMES.map((scheme) => mixingWidth(mixedReadout(scheme, model, 2)))).toEqual([8, 36, 0, 8, 8, 24, 4]);
});
