import { PLAIN_ARM, PLAIN_POINT } from './plain';
import { describe, expect, test } from 'vitest';
import { DEFAULTS, defaultEvaluationInterval } from './defaults';
import { laneCount } from './experiment';
import type { PresetExperiment, PresetScheme } from './preset';
import { resolve, tryResolve } from './resolve';
import { SpecProblemError } from './specProblem';

const angle: PresetExperiment = { tasks: { source: 'angle' } };
const penguins: PresetExperiment = { tasks: { source: 'penguins' } };
const of = (experiment: PresetExperiment, overrides = {}) => resolve({ experiment }, overrides);
const armsOf = (schemes: readonly PresetScheme[], rest: Partial<PresetExperiment> = {}) =>
  of({ ...angle, ...rest, schemes }).arms;

describe('defaults', () => {
  test('the shortest experiment is complete', () => {
    expect(of(angle)).toEqual({
      version: 1,
      points: [
        {
          value: null,
          tasks: {
            source: 'angle',
            teacher: 'relu',
            dimension: 20,
            features: 4,
            angle: 60,
            samples: [60, 60],
            noise: 0.2,
            validationSamples: 200,
            testSamples: 500,
          },
          ...PLAIN_POINT,
        },
      ],
      arms: [
        { id: 'alone', scheme: { kind: 'alone' }, learningRate: 0.01, taskWeights: [1, 1], ...PLAIN_ARM },
        {
          id: 'hard',
          scheme: { kind: 'hard', sharedLayers: 1, groups: null },
          learningRate: 0.01,
          taskWeights: [1, 1],
          ...PLAIN_ARM,
        },
        {
          id: 'soft-0.01',
          scheme: { kind: 'soft', lambda: 0.01, penalty: 'pairwise', on: 'trunk', coupling: 'gradient' },
          learningRate: 0.01,
          taskWeights: [1, 1],
          ...PLAIN_ARM,
        },
      ],
      seeds: [1, 2, 3, 4, 5, 6, 7, 8, 9, 10],
      model: { trunk: [{ units: 16, activation: 'relu' }], head: [], headStart: 'own' },
      training: {
        steps: 500,
        batch: null,
        optimizer: { kind: 'adam', beta1: 0.9, beta2: 0.999, epsilon: 1e-8 },
        schedule: { kind: 'constant' },
      },
      evaluation: { every: 10, gradients: true, probes: [] },
    });
  });

  test('what is resolved is frozen to the bottom', () => {
    const spec = of(penguins);
    const open: string[] = [];
    const walk = (value: unknown, path: string): void => {
      if (typeof value !== 'object' || value === null) return;
      if (!Object.isFrozen(value)) open.push(path);
      for (const [key, child] of Object.entries(value)) walk(child, `${path}.${key}`);
    };
    walk(spec, 'spec');
    expect(open).toEqual([]);
  });

  test('a resolved experiment resolves to itself: defaults are values that an author could have written', () => {
    const spec = of(penguins);
    const source = spec.points[0]?.tasks;
    if (source?.source !== 'penguins') throw new Error('penguins expected');
    const again = of({
      ...penguins,
      tasks: source,
      model: spec.model,
      training: spec.training,
      evaluation: spec.evaluation,
    });
    expect(again).toEqual(spec);
  });

  test('evaluations come at round steps, about fifty of them', () => {
    expect([1, 49, 100, 150, 400, 500, 600, 1_000, 2_000, 100_000].map(defaultEvaluationInterval)).toEqual([
      1, 1, 2, 2, 10, 10, 10, 20, 50, 2_000,
    ]);
  });

  test('gradients are measured up to 64 networks', () => {
    expect(of({ ...angle, seeds: { count: 21 } }).evaluation.gradients).toBe(true);
    expect(of({ ...angle, seeds: { count: 22 } }).evaluation.gradients).toBe(false);
  });

  test('without a trunk there is only everything to share, and nothing to measure gradients on', () => {
    const spec = of({ ...angle, model: { trunk: [] } });
    expect(spec.arms.map((arm) => arm.id)).toEqual(['alone', 'full', 'soft-0.01']);
    expect(spec.arms[2]?.scheme).toMatchObject({ on: 'all' });
    expect(spec.evaluation.gradients).toBe(false);
  });
});

describe('arms', () => {
  test('the baseline is put first when it is missing, and never twice', () => {
    expect(armsOf([{ scheme: 'hard' }]).map((arm) => arm.id)).toEqual(['alone', 'hard']);
    expect(armsOf([{ scheme: 'hard' }, { scheme: 'alone', id: 'base' }]).map((arm) => arm.id)).toEqual([
      'hard',
      'base',
    ]);
  });

  test('how much is shared, in words and in layers', () => {
    const model = { trunk: [{ units: 8 }, { units: 8 }], head: [{ units: 4 }] };
    const arms = armsOf(
      [
        { scheme: 'hard', share: 'nothing' },
        { scheme: 'hard', share: 1 },
        { scheme: 'hard', share: 'trunk' },
        { scheme: 'hard', share: 3 },
        { scheme: 'hard', share: 'everything' },
      ],
      { model },
    );
    expect(arms.map((arm) => [arm.id, arm.scheme])).toEqual([
      ['alone', { kind: 'alone' }],
      ['hard-0', { kind: 'hard', sharedLayers: 0, groups: null }],
      ['hard-1', { kind: 'hard', sharedLayers: 1, groups: null }],
      ['hard', { kind: 'hard', sharedLayers: 2, groups: null }],
      ['hard-3', { kind: 'hard', sharedLayers: 3, groups: null }],
      ['full', { kind: 'hard', sharedLayers: 4, groups: null }],
    ]);
  });

  test('names carry lambda as it is written', () => {
    const ids = armsOf([0, 1e-7, 0.003, 1e6].map((lambda) => ({ scheme: 'soft', lambda }))).map((arm) => arm.id);
    expect(ids).toEqual(['alone', 'soft-0', 'soft-1e-7', 'soft-0.003', 'soft-1000000']);
  });
});

describe('coupling "auto" takes the exact step where the gradient would be unstable', () => {
  const couplingOf = (
    scheme: Omit<Extract<PresetScheme, { scheme: 'soft' }>, 'scheme'>,
    rest: Partial<PresetExperiment>,
  ) => {
    const soft = armsOf([{ scheme: 'soft', ...scheme }], rest)[1]?.scheme;
    return soft?.kind === 'soft' ? soft.coupling : null;
  };
  const sgd = { training: { optimizer: { kind: 'sgd' }, learningRate: 0.1 } } as const;

  test('gradient descent: eta times the curvature 2 lambda T at most 1', () => {
    // T = 2, eta = 0.1: lambda up to 2.5.
    expect(couplingOf({ lambda: 2.5 }, sgd)).toBe('gradient');
    expect(couplingOf({ lambda: 2.51 }, sgd)).toBe('proximal');
    expect(couplingOf({ lambda: 2.5, learningRate: 0.2 }, sgd)).toBe('proximal');
  });

  test('to the mean: T times as much', () => {
    expect(couplingOf({ lambda: 5, penalty: 'mean' }, sgd)).toBe('gradient');
    expect(couplingOf({ lambda: 5.01, penalty: 'mean' }, sgd)).toBe('proximal');
  });

  test('Adam: up to 1, whatever its rate', () => {
    expect(couplingOf({ lambda: 1, learningRate: 5 }, {})).toBe('gradient');
    expect(couplingOf({ lambda: 1.01 }, {})).toBe('proximal');
    expect(couplingOf({ lambda: 1.01, penalty: 'mean' }, {})).toBe('gradient');
  });

  test('what the author says stands', () => {
    expect(couplingOf({ lambda: 1e6, coupling: 'gradient' }, sgd)).toBe('gradient');
    expect(couplingOf({ lambda: 0, coupling: 'proximal' }, sgd)).toBe('proximal');
  });
});

describe('sweeps', () => {
  test('give one point per value, in the order written', () => {
    const spec = of({ ...angle, sweep: { over: 'angle', values: [90, 0, 30] } });
    expect(spec.points.map((point) => [point.value, point.tasks.source === 'angle' && point.tasks.angle])).toEqual([
      [90, 90],
      [0, 0],
      [30, 30],
    ]);
    expect(laneCount(spec)).toBe(3 * 3 * 10);
  });

  test('of samples touch both tasks, or the one that is named', () => {
    const samples = (task?: string) =>
      of({ ...angle, sweep: { over: 'samples', values: [5], ...(task === undefined ? {} : { task }) } }).points[0]
        ?.tasks;
    expect(samples()).toMatchObject({ samples: [5, 5] });
    expect(samples('second')).toMatchObject({ samples: [60, 5] });
    const few = of({ ...penguins, sweep: { over: 'samples', values: [7], task: 'sex' } });
    expect(few.points[0]?.tasks).toMatchObject({ labelled: [null, 7, null] });
  });
});

describe('overrides', () => {
  const base: PresetExperiment = {
    ...angle,
    sweep: { over: 'angle', values: [0, 90] },
    seeds: { first: 7, count: 3 },
    training: { steps: 200, learningRate: 0.1 },
  };

  test('change a field and keep its neighbours', () => {
    const spec = of(base, { seeds: { count: 2 }, training: { steps: 50 }, tasks: { noise: 1 } });
    expect(spec.seeds).toEqual([7, 8]);
    expect(spec.training.steps).toBe(50);
    expect(spec.arms[0]?.learningRate).toBe(0.1);
    expect(spec.points[1]?.tasks).toMatchObject({ noise: 1, angle: 90 });
  });

  test('take a sweep away, replace schemes, put other tasks in place of the preset’s', () => {
    expect(of(base, { sweep: null }).points).toHaveLength(1);
    expect(of(base, { schemes: [{ scheme: 'alone' }] }).arms).toHaveLength(1);
    expect(of(base, { sweep: null, tasks: { source: 'penguins' } }).points[0]?.tasks).toEqual({
      source: 'penguins',
      tasks: ['species', 'sex', 'mass'],
      labelled: [null, null, null],
    });
  });

  test('that are undefined change nothing', () => {
    expect(of(base, { seeds: undefined, training: { steps: undefined } })).toEqual(of(base));
  });

  test.each([
    [{ seeds: { count: 0 } }, 'out-of-range', ['experiment', 'seeds', 'count']],
    [{ training: { steps: NaN } }, 'not-finite', ['experiment', 'training', 'steps']],
    [{ training: { batch: 61 } }, 'batch-too-large', ['experiment', 'training', 'batch']],
    [{ tasks: { angel: 3 } }, 'unknown-key', ['experiment', 'tasks', 'angel']],
  ])('are checked like anything else: %o', (overrides, code, path) => {
    expect(tryResolve({ experiment: base }, overrides)).toMatchObject({ ok: false, problems: [{ code, path }] });
    expect(() => resolve({ experiment: base }, overrides)).toThrow(SpecProblemError);
  });
});

test('every default lies in the table of defaults', () => {
  const spec = of(angle);
  expect(spec.training.steps).toBe(DEFAULTS.steps);
  expect(spec.seeds).toHaveLength(DEFAULTS.seeds.count);
});
