/** Where the methods end on the landscape (E4): 30,000 steps of Adam at rate 3e-3 from the three starts of the paper. */
import { beforeAll, describe, expect, test } from 'vitest';
import type { BalancingSpec } from '../../spec/balancing';
import { LANDSCAPE_OPTIMUM } from '../../tasks/landscapeFunctions';
import type { Evaluation } from '../events';
import { createLandscapeTrainer } from './createLandscapeTrainer';
import { landscapeSpec, tiedArm } from './landscapeSpec.fixture';

const STEPS = 30_000;
const METHODS: readonly BalancingSpec[] = [
  { kind: 'static' },
  { kind: 'pcgrad' },
  { kind: 'mgda' },
  { kind: 'nash' },
  { kind: 'cagrad', c: 0.5 },
];

let end: Evaluation;
beforeAll(async () => {
  const trainer = createLandscapeTrainer(
    landscapeSpec(
      METHODS.map((method) => tiedArm(method, 3e-3)),
      STEPS,
    ),
  );
  await trainer.advance(STEPS);
  end = await trainer.evaluate();
}, 60_000);

/** Per start: where the method ends and the mean loss there. */
function ends(kind: BalancingSpec['kind']) {
  const arm = METHODS.findIndex((method) => method.kind === kind);
  return [0, 1, 2].map((start) => {
    const lane = start * METHODS.length + arm;
    const [x = NaN, y = NaN] = end.position.subarray(4 * lane);
    const [a = NaN, b = NaN] = end.testLoss.subarray(2 * lane);
    return { x, y, mean: (a + b) / 2 };
  });
}

describe('who reaches the trade-off, y < -8.3', () => {
  test.each(['pcgrad', 'mgda', 'nash', 'cagrad'] as const)('%s does, from every start', (kind) => {
    for (const { y } of ends(kind)) expect(y).toBeLessThan(-8.3);
  });

  test('the mean gradient stays in the valleys above, but for the start below them', () => {
    const [first, second, third] = ends('static');
    expect(first?.y).toBeGreaterThan(0);
    expect(second?.y).toBeLessThan(-8.3);
    expect(third?.y).toBeGreaterThan(0);
  });
});

test('of these, CAGrad alone always reaches the lowest mean', () => {
  const always = METHODS.filter(({ kind }) => ends(kind).every(({ mean }) => mean < -15.09)).map(({ kind }) => kind);
  expect(always).toEqual(['cagrad']);
  for (const { x, mean } of ends('cagrad')) {
    expect(Math.abs(x - LANDSCAPE_OPTIMUM.x)).toBeLessThan(1e-3);
    expect(mean).toBeCloseTo(LANDSCAPE_OPTIMUM.value, 3);
  }
});

test('where the others end depends on where they start', () => {
  for (const kind of ['pcgrad', 'mgda', 'nash'] as const) {
    const xs = ends(kind).map(({ x }) => x);
    expect(Math.max(...xs) - Math.min(...xs)).toBeGreaterThan(3);
    for (const { mean } of ends(kind)) expect(mean).toBeGreaterThan(-15);
  }
});
