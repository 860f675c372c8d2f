import { describe, expect, test } from 'vitest';
import { BALANCING_KINDS } from '../../spec/balancing';
import { resolveBalancing } from '../../spec/balancingFields';
import { SpecProblemError } from '../../spec/specProblem';
import { landscapeAt } from '../../tasks/landscapeFunctions';
import type { Adjustment, Checkpoint } from '../events';
import { DivergenceError, type Trainer } from '../trainer';
import { createLandscapeTrainer } from './createLandscapeTrainer';
import { ALONE, landscapeSpec, tiedArm } from './landscapeSpec.fixture';

const ON_LOSSES = ['uncertainty', 'dwa', 'gradnorm', 'log', 'geometric', 'imtl-l', 'famo'];
const TAKEN = BALANCING_KINDS.filter((kind) => !ON_LOSSES.includes(kind)).map((kind) => resolveBalancing({ kind }));

async function trainTo(trainer: Trainer, step: number): Promise<void> {
  while (trainer.step < step) await trainer.advance(step - trainer.step);
}

/** As a checkpoint travels: copied arrays. */
const travelled = (checkpoint: Checkpoint): Checkpoint => ({
  ...checkpoint,
  arrays: checkpoint.arrays.map((values) => Float32Array.from(values)),
});

describe('the run', () => {
  const spec = landscapeSpec([ALONE, ...TAKEN.map((method) => tiedArm(method, 0.01))], 200, {
    seeds: [1, 7],
    evaluation: { every: 50, gradients: false, probes: [] },
  });

  test('cut anywhere and resumed is the same run, bit for bit', async () => {
    const whole = createLandscapeTrainer(spec);
    const cuts: Checkpoint[] = [];
    for (const step of [0, 1, 50, 137]) {
      await trainTo(whole, step);
      cuts.push(await whole.checkpoint());
    }
    await trainTo(whole, 200);
    const expected = await whole.checkpoint();
    const measured = await whole.evaluate();
    for (const checkpoint of cuts) {
      const resumed = createLandscapeTrainer(spec, { checkpoint: travelled(checkpoint) });
      expect(resumed.facts.fromStep).toBe(checkpoint.step);
      await trainTo(resumed, 200);
      expect(await resumed.checkpoint()).toEqual(expected);
      expect(await resumed.evaluate()).toEqual(measured);
    }
  });

  test('stops at evaluations and at its end, and reports itself', async () => {
    const trainer = createLandscapeTrainer(spec);
    expect(trainer.nextEvaluation).toBe(50);
    expect(await trainer.advance(1000)).toBe(50);
    expect(trainer.nextEvaluation).toBe(100);
    await trainTo(trainer, 200);
    expect(await trainer.advance(10)).toBe(0);
    expect(trainer.facts.parameters.slice(0, 2)).toEqual([4, 2]);
    expect(trainer.facts.tasks.map((task) => task.name)).toEqual(['first', 'second']);
  });

  test('measures every array at its length, each an own one', async () => {
    const trainer = createLandscapeTrainer(spec);
    await trainTo(trainer, 50);
    const evaluation = await trainer.evaluate();
    const lanes = 3 * spec.arms.length * 2;
    const lengths = (names: readonly (keyof typeof evaluation)[]) =>
      names.map((name) => (evaluation[name] as Float32Array).length / lanes);
    expect(lengths(['trainLoss', 'validationLoss', 'testLoss', 'validationScore', 'testScore'])).toEqual([
      2, 2, 2, 2, 2,
    ]);
    expect(lengths(['distance', 'relativeDistance', 'weightCosine', 'position', 'taskWeight'])).toEqual([
      1, 1, 1, 4, 2,
    ]);
    expect(evaluation.units).toHaveLength(3 * spec.arms.length * 2);
    const arrays = Object.values(evaluation).filter((value) => value instanceof Float32Array);
    expect(new Set(arrays.map((array) => array.buffer)).size).toBe(arrays.length);
    for (let lane = 0; lane < lanes; lane++) {
      const [x1 = NaN, y1 = NaN, x2 = NaN, y2 = NaN] = evaluation.position.subarray(4 * lane);
      expect(evaluation.testLoss[2 * lane]).toBeCloseTo(landscapeAt(x1, y1).values[0], 3);
      expect(evaluation.testLoss[2 * lane + 1]).toBeCloseTo(landscapeAt(x2, y2).values[1], 3);
      expect(evaluation.distance[lane]).toBeCloseTo(Math.hypot(x1 - x2, y1 - y2), 4);
    }
  });

  test('live changes act from their step on and are replayed', async () => {
    const whole = createLandscapeTrainer(spec);
    await trainTo(whole, 30);
    const adjustments: Adjustment[] = [whole.adjust({ arm: 'mgda', learningRate: 0.05 })];
    const checkpoint = travelled(await whole.checkpoint());
    await trainTo(whole, 90);
    adjustments.push(whole.adjust({ arm: 'static', taskWeights: [1, 0] }));
    await trainTo(whole, 200);
    const expected = await whole.checkpoint();
    for (const options of [{ adjustments }, { adjustments, checkpoint }]) {
      const replayed = createLandscapeTrainer(spec, options);
      await trainTo(replayed, 200);
      expect(await replayed.checkpoint()).toEqual(expected);
    }
    const plain = createLandscapeTrainer(spec);
    await trainTo(plain, 200);
    expect(await plain.checkpoint()).not.toEqual(expected);
    expect(() => whole.adjust({ arm: 'nobody' })).toThrow(RangeError);
    expect(() => whole.adjust({ arm: 'mgda', learningRate: -1 })).toThrow(RangeError);
  });

  test('events of the timeline change rate and weights at their step', async () => {
    const event = { at: 60, do: 'rate', learningRate: 1e-8 } as const;
    const trainer = createLandscapeTrainer(
      landscapeSpec([{ ...tiedArm({ kind: 'static' }), timeline: [event] }], 200, {
        evaluation: { ...spec.evaluation, every: 20 },
      }),
    );
    const at = async (step: number) => {
      await trainTo(trainer, step);
      return (await trainer.evaluate()).position;
    };
    const [before, then, after] = [await at(40), await at(60), await at(200)];
    expect(Math.abs((then[0] ?? NaN) - (before[0] ?? NaN))).toBeGreaterThan(1e-3);
    expect(Math.abs((after[0] ?? NaN) - (then[0] ?? NaN))).toBeLessThan(1e-4);
  });
});

describe('the rows', () => {
  test('tied rows stay one point; rows alone each follow their own loss down', async () => {
    const trainer = createLandscapeTrainer(landscapeSpec([ALONE, ...TAKEN.map((method) => tiedArm(method))], 3000));
    await trainTo(trainer, 3000);
    const { position, testLoss } = await trainer.evaluate();
    const arms = 1 + TAKEN.length;
    for (let lane = 0; lane < 3 * arms; lane++) {
      const [x1, y1, x2, y2] = position.subarray(4 * lane);
      if (lane % arms > 0) expect([x2, y2]).toEqual([x1, y1]);
      else expect([x2, y2]).not.toEqual([x1, y1]);
    }
    // From the start below the valleys both bowls are reached: F_1 at (7, .), F_2 at (-7, .), both near -20.
    const below = arms;
    expect(testLoss[2 * below + 1]).toBeLessThan(-19.5);
  });

  test('a task weight of zero leaves the other task alone with the point', async () => {
    const heavy = { ...tiedArm({ kind: 'static' }), taskWeights: [1, 0] };
    const both = createLandscapeTrainer(landscapeSpec([ALONE, heavy], 500));
    await trainTo(both, 500);
    const { position } = await both.evaluate();
    expect([...position.subarray(4, 6)]).toEqual([...position.subarray(0, 2)]);
  });
});

describe('what it refuses', () => {
  const refused = (spec: ReturnType<typeof landscapeSpec>) => {
    try {
      createLandscapeTrainer(spec);
    } catch (error) {
      if (error instanceof SpecProblemError)
        return error.problems.map(({ path, code }) => [...path.slice(1), code].join('.'));
      throw error;
    }
    return [];
  };

  test.each(ON_LOSSES)('%s: losses fall below zero', (kind) => {
    const balancing = BALANCING_KINDS.find((known) => known === kind);
    if (!balancing) throw new Error(`no method ${kind}`);
    expect(refused(landscapeSpec([tiedArm(resolveBalancing({ kind: balancing }))], 10))).toEqual([
      'schemes.0.balancing.kind.not-one-of',
    ]);
  });

  test('layers, other ways of sharing, events that need layers', () => {
    const trunk = [{ units: 4, activation: 'relu' }] as const;
    expect(refused(landscapeSpec([ALONE], 10, { model: { trunk, head: [], headStart: 'own' } }))).toEqual([
      'model.trunk.list-length',
    ]);
    const meta = { kind: 'meta', method: 'reptile', innerSteps: 1, outerRate: 1, annealOver: 5 } as const;
    expect(refused(landscapeSpec([ALONE, { ...ALONE, id: 'meta', scheme: meta }], 10))).toEqual([
      'schemes.1.scheme.not-one-of',
    ]);
    const timeline = [{ at: 1, do: 'prune', sparsity: 0.5, on: 'all' }] as const;
    expect(refused(landscapeSpec([{ ...ALONE, timeline }], 10))).toEqual(['schemes.0.timeline.0.do.not-one-of']);
  });

  test('a checkpoint of another run', async () => {
    const small = createLandscapeTrainer(landscapeSpec([ALONE], 10));
    const checkpoint = await small.checkpoint();
    expect(() => createLandscapeTrainer(landscapeSpec([ALONE, tiedArm({ kind: 'mgda' })], 10), { checkpoint })).toThrow(
      RangeError,
    );
    expect(() =>
      createLandscapeTrainer(landscapeSpec([ALONE], 10), { checkpoint: { ...checkpoint, arrays: [] } }),
    ).toThrow(RangeError);
  });
});

test('a rate that throws a point off the map is named with its step', async () => {
  const spec = landscapeSpec([{ ...ALONE, learningRate: 1e12 }], 2000, {
    training: { ...landscapeSpec([ALONE], 2000).training, optimizer: { kind: 'sgd' } },
    evaluation: { every: 1000, gradients: false, probes: [] },
  });
  const trainer = createLandscapeTrainer(spec);
  await trainTo(trainer, 1000);
  const error = await trainer.evaluate().catch((thrown: unknown) => thrown);
  expect(error).toBeInstanceOf(DivergenceError);
  if (!(error instanceof DivergenceError)) return;
  expect(error.at).toMatchObject({ arm: 'alone', seed: 1 });
  expect(error.at.step).toBeLessThan(1000);
  expect(error.quantity).toBe('weight');
});
