import { describe, expect, it } from 'vitest';
import type { OpenedBackend } from '../engine/openBackend';
import type { ExperimentSpec } from '../spec/experiment';
import { createEngineChoice } from './engineChoice';
import { raceKey } from './raceKey';
import { createFakeBackend } from './testing/fakeBackend';
import { createFakeTrainerFactory, fakeSpec } from './testing/fakeTrainer';

const SPEC = fakeSpec(1000, 10);

/** Both engines opened; a step of wgsl takes one millisecond, one of simd as many as it is told. */
function pair(simdMs: number) {
  const clock = { now: 0 };
  const built: string[] = [];
  const choose = createEngineChoice({
    createTrainer: (spec, options) => {
      built.push(options.backend ?? '');
      return createFakeTrainerFactory({ onStep: () => (clock.now += options.backend === 'simd' ? simdMs : 1) })(
        spec,
        options,
      );
    },
    now: () => clock.now,
    yield: () => Promise.resolve(),
  });
  const open = () => {
    const wgsl = createFakeBackend('wgsl');
    const trials = [
      { backend: 'wgsl', outcome: 'chosen', reason: 'fastest', detail: 'a card' },
      { backend: 'simd', outcome: 'skipped', reason: 'slower', detail: '' },
      { backend: 'cpu', outcome: 'skipped', reason: 'not-asked', detail: '' },
    ] as const;
    const [first, second, third] = trials;
    const rival: OpenedBackend = {
      ...createFakeBackend('simd'),
      report: {
        backend: 'simd',
        trials: [
          { ...first, outcome: 'skipped', reason: 'slower' },
          { ...second, outcome: 'chosen', reason: 'fastest' },
          third,
        ],
      },
    };
    const opened: OpenedBackend = { ...wgsl, report: { backend: 'wgsl', trials }, rival };
    return { opened, lose: () => wgsl.signal.report({ kind: 'lost', detail: 'gone' }) };
  };
  return { choose, open, built, ...open() };
}
const story = ({ report }: OpenedBackend): string[] =>
  report.trials.map((trial) => `${trial.backend} ${trial.outcome} ${trial.reason}`);
const never = () => false;

describe('the choice of an engine', () => {
  it('is no question without a rival', async () => {
    const { choose, built } = pair(1);
    const only = createFakeBackend('simd');
    expect(await choose(only, SPEC, null, never)).toBe(only);
    expect(only.report.race).toBeUndefined();
    expect(built).toEqual([]);
  });

  it.each([
    [0.5, 'simd'],
    [2, 'wgsl'],
    [1, 'wgsl'],
  ] as const)('falls on the faster one: simd at %d ms a step, %s', async (simdMs, winner) => {
    const { choose, opened } = pair(simdMs);
    const chosen = await choose(opened, SPEC, null, never);
    expect(chosen.name).toBe(winner);
    expect(story(chosen)).toContain(`${winner} chosen fastest`);
    expect(chosen.report.backend).toBe(winner);
    expect(chosen.report.race?.map(({ backend }) => backend)).toEqual(['wgsl', 'simd']);
    expect(chosen.report.race?.[1]?.stepsPerSecond).toBeCloseTo(1000 / simdMs, 6);
  });

  it('is made once for experiments of one shape, and anew for another or on newly opened backends', async () => {
    const { choose, opened, open, built } = pair(0.5);
    await choose(opened, SPEC, null, never);
    const again = await choose(opened, { ...SPEC, seeds: [8] }, null, never);
    expect(again).toMatchObject({ name: 'simd', report: { race: [{ backend: 'wgsl' }, { backend: 'simd' }] } });
    expect(built).toHaveLength(2);
    await choose(opened, { ...SPEC, seeds: [7, 8] }, null, never);
    expect(built).toHaveLength(4);
    await choose(open().opened, SPEC, null, never);
    expect(built).toHaveLength(6);
  });

  it('falls on the engine that a run began on, without a race', async () => {
    const { choose, opened, built } = pair(0.5);
    const chosen = await choose(opened, SPEC, 'wgsl', never);
    expect(story(chosen)).toEqual(['wgsl chosen begun-there', 'simd skipped not-asked', 'cpu skipped not-asked']);
    expect((await choose(opened, SPEC, 'simd', never)).name).toBe('simd');
    expect(built).toEqual([]);
    expect((await choose(opened, SPEC, 'webgl', never)).report.race).toHaveLength(2);
  });

  it('never falls on a lost device', async () => {
    const { choose, opened, lose } = pair(1000);
    lose();
    expect((await choose(opened, SPEC, null, never)).name).toBe('simd');
    expect((await choose(opened, SPEC, 'wgsl', never)).name).toBe('simd');
  });

  it('learns nothing from a race that was given up', async () => {
    const { choose, opened, built } = pair(0.5);
    await choose(opened, SPEC, null, () => built.length > 0);
    built.length = 0;
    await choose(opened, SPEC, null, never);
    expect(built).toEqual(['wgsl', 'simd']);
  });
});

describe('the shape of an experiment', () => {
  const [arm] = SPEC.arms;
  const [point] = SPEC.points;
  if (arm === undefined || point === undefined) throw new Error('an empty spec');
  const changes: readonly [string, Partial<ExperimentSpec>][] = [
    ['the number of networks', { seeds: [1, 2] }],
    ['a scheme', { arms: [{ ...arm, scheme: { kind: 'hard', sharedLayers: 1, groups: null } }] }],
    ['a layer', { model: { ...SPEC.model, trunk: [{ units: 3, activation: 'relu' }] } }],
    ['the batch', { training: { ...SPEC.training, batch: 8 } }],
    ['the optimizer', { training: { ...SPEC.training, optimizer: { kind: 'momentum', momentum: 0.9 } } }],
    [
      'the tasks',
      { points: [{ ...point, tasks: { source: 'penguins', tasks: ['sex', 'species'], labelled: [null, null] } }] },
    ],
  ];
  it.each(changes)('changes with %s', (_name, change) => {
    expect(raceKey({ ...SPEC, ...change })).not.toBe(raceKey(SPEC));
  });

  it('stays with other seeds, rates, weights and lengths', () => {
    const other: ExperimentSpec = {
      ...SPEC,
      arms: [{ ...arm, learningRate: 0.5, taskWeights: [2] }],
      seeds: [99],
      training: { ...SPEC.training, steps: 5 },
    };
    expect(raceKey(other)).toBe(raceKey(SPEC));
  });
});
