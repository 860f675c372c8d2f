/**
 * What the experiments must show, over seeds and with intervals: the claims that slide 4.1 rests on.
 * E1 against the exact theory; E2 (neural) down, U, up; E8 in both signs. All on the fused engine; what TensorFlow.js has
 * done in reasonable time, there too.
 */
import { PLAIN_POINT } from '../spec/plain';
import { beforeAll, describe, expect, it, vi } from 'vitest';
import { meanInterval } from '../numeric/statistics';
import { riskAlone, riskFullySharing, thresholdAngle } from '../numeric/angleTheory';
import type { PresetId } from '../presets';
import { presetById } from '../presets';
import { laneIndex, type ExperimentSpec } from '../spec/experiment';
import { resolve } from '../spec/resolve';
import type { Evaluation } from './events';
import { trainersOn, type CreateTestTrainer } from './testing/engines';

let createTrainer: CreateTestTrainer;

/** Runs the tests of the surrounding block on an engine. */
function trainOn(engine: 'wasm' | 'simd'): void {
  beforeAll(async () => {
    createTrainer = await trainersOn(engine);
  });
}

// Hundreds of networks to their end; minutes on a busy machine.
vi.setConfig({ testTimeout: 600_000 });

interface Outcome {
  readonly spec: ExperimentSpec;
  readonly last: Evaluation;
}

/** Trains the spec to its end, without the evaluations on the way. */
async function train(spec: ExperimentSpec): Promise<Outcome> {
  const quiet = { ...spec, evaluation: { every: spec.training.steps, gradients: false, probes: [] } };
  const trainer = createTrainer(quiet);
  await trainer.evaluate();
  while (trainer.step < spec.training.steps) await trainer.advance(spec.training.steps);
  const last = await trainer.evaluate();
  trainer.dispose();
  return { spec: quiet, last };
}

const presetSpec = (id: PresetId): ExperimentSpec => resolve(presetById(id));

/** Only these arms and points of a spec. */
function part(spec: ExperimentSpec, arms: readonly string[], points = spec.points): ExperimentSpec {
  const chosen = arms.map((id) => {
    const found = spec.arms.find((arm) => arm.id === id);
    if (!found) throw new Error(`no arm ${id}; there are ${spec.arms.map((arm) => arm.id).join(', ')}`);
    return found;
  });
  return { ...spec, arms: chosen, points };
}

/** Test error of an arm at a point, mean of the tasks, one number per seed. */
function errors({ spec, last }: Outcome, point: number, arm: string): number[] {
  const index = spec.arms.findIndex(({ id }) => id === arm);
  return spec.seeds.map((_, seed) => {
    const lane = laneIndex(spec, { point, arm: index, seed });
    return ((last.testScore[lane * 2] ?? NaN) + (last.testScore[lane * 2 + 1] ?? NaN)) / 2;
  });
}

/** Paired difference a - b over the seeds; positive: b has the smaller error. */
function difference(outcome: Outcome, point: number, a: string, b: string) {
  const other = errors(outcome, point, b);
  return meanInterval(errors(outcome, point, a).map((value, i) => value - (other[i] ?? NaN)));
}

function expectBetter(outcome: Outcome, point: number, better: string, worse: string): void {
  const { mean, halfWidth } = difference(outcome, point, worse, better);
  expect(mean - halfWidth, `${better} over ${worse}: ${mean} ± ${halfWidth}`).toBeGreaterThan(0);
}

describe('E1: two linear tasks at an angle, full sharing against training alone', () => {
  trainOn('simd');

  it('risks agree with the exact formulas at 0, 30, 90 and 180 degrees, and tip over where theory says', async () => {
    const spec = presetSpec('angle-linear');
    const source = spec.points[0]?.tasks;
    if (source?.source !== 'angle') throw new Error('an angle source was expected');
    const angles = [0, 30, 90, 180];
    const seeds = Array.from({ length: 60 }, (_, i) => i);
    // The formulas are for regression without an intercept; ours has one, which costs one more degree of freedom.
    const setting = { samples: source.samples[0], dimension: source.dimension + 1, noise: source.noise };
    const points = angles.map((angle) => ({
      ...PLAIN_POINT,
      value: angle,
      tasks: { ...source, angle, testSamples: 2000 },
    }));
    const outcome = await train({
      ...spec,
      points,
      seeds,
      training: { ...spec.training, steps: 1500, optimizer: { kind: 'momentum', momentum: 0.9 } },
      arms: part(spec, ['alone', 'full']).arms.map((arm) => ({ ...arm, learningRate: 0.02 })),
    });
    const full = 'full';
    angles.forEach((angle, point) => {
      const alone = meanInterval(errors(outcome, point, 'alone'));
      const shared = meanInterval(errors(outcome, point, full));
      // Four standard errors and the few per cent that the intercept makes inexact.
      const slack = (interval: typeof alone, exact: number): number => 2 * interval.halfWidth + 0.06 * exact;
      expect(Math.abs(alone.mean - riskAlone(setting))).toBeLessThan(slack(alone, riskAlone(setting)));
      const exact = riskFullySharing(setting, angle);
      expect(Math.abs(shared.mean - exact), `${angle} degrees`).toBeLessThan(slack(shared, exact));
    });
    expectBetter(outcome, 0, full, 'alone');
    expectBetter(outcome, 2, 'alone', full);
    expectBetter(outcome, 3, 'alone', full);
    expect(thresholdAngle(setting)).toBeGreaterThan(25);
    expect(thresholdAngle(setting)).toBeLessThan(40);
  });
});

describe('E2: neural tasks at an angle, from alone to hard', () => {
  trainOn('simd');

  it('down at 0 degrees, U at 30, up at 90', async () => {
    const spec = presetSpec('phase-diagram');
    const points = spec.points.filter(({ value }) => [0, 30, 90].includes(value ?? -1));
    const outcome = await train(part(spec, ['alone', 'soft-0.01', 'soft-0.1', 'soft-1', 'full'], points));
    expectBetter(outcome, 0, 'soft-0.01', 'alone');
    expectBetter(outcome, 0, 'soft-1', 'soft-0.01');
    expectBetter(outcome, 0, 'full', 'alone');
    expectBetter(outcome, 1, 'soft-0.01', 'alone');
    expectBetter(outcome, 1, 'soft-0.01', 'soft-1');
    expectBetter(outcome, 1, 'soft-0.01', 'full');
    expectBetter(outcome, 2, 'alone', 'soft-0.01');
    expectBetter(outcome, 2, 'soft-0.01', 'soft-0.1');
    expectBetter(outcome, 2, 'soft-0.1', 'full');
  });
});

describe.each(['wasm', 'simd'] as const)('E8: the same labels and the opposite ones, on %s', (engine) => {
  trainOn(engine);

  it('equal labels: full sharing and a penalty on all parameters help', async () => {
    const outcome = await train(part(presetSpec('same-task'), ['alone', 'full', 'soft-0.03']));
    expectBetter(outcome, 0, 'full', 'alone');
    expectBetter(outcome, 0, 'soft-0.03', 'alone');
  });

  it('opposite labels: fatal for full sharing and penalties, harmless for a shared trunk with heads', async () => {
    const outcome = await train(part(presetSpec('negated'), ['alone', 'hard', 'full', 'soft-0.03', 'soft-0.3']));
    expectBetter(outcome, 0, 'alone', 'soft-0.03');
    expectBetter(outcome, 0, 'soft-0.03', 'soft-0.3');
    expectBetter(outcome, 0, 'soft-0.3', 'full');
    expectBetter(outcome, 0, 'hard', 'soft-0.03');
    const { mean, halfWidth } = difference(outcome, 0, 'alone', 'hard');
    expect(mean + halfWidth).toBeGreaterThan(-0.05);
    expect(mean - halfWidth).toBeLessThan(0.1);
  });
});
