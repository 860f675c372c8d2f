/** The self-test of fused programs: a stand-in that is healthy but for one planted fault must not train anything. */
import { beforeAll, describe, expect, it } from 'vitest';
import { createCohort } from '../training/cohort';
import { createTrainer } from '../training/createTrainer';
import type { Program } from '../training/program';
import type { RowPrograms } from '../training/rowPrograms';
import { openCpu } from './cpu';
import { createSelfTest } from './selfTest';

type Fault = (healthy: Program) => Partial<Program>;
const spoilt = (values: Float32Array, spoil: (value: number, index: number) => number) => values.map(spoil);

/** Programs of the reference with some of their methods replaced. */
const planted =
  (fault: Fault): RowPrograms =>
  (...group) => {
    const healthy = createCohort(...group);
    return { ...healthy, ...fault(healthy) };
  };

/** Theta is changed behind the reference's back when it has taken its steps. */
const afterSteps =
  (change: (theta: Float32Array) => Float32Array): Fault =>
  (healthy) => ({
    advance: async (step, steps) => {
      await healthy.advance(step, steps);
      const [theta = new Float32Array(), ...rest] = await healthy.save();
      healthy.restore([change(theta), ...rest]);
    },
  });

const FAULTS: Readonly<Record<string, Fault>> = {
  'gradients that are zero': (healthy) => ({
    gradients: async (theta) => spoilt((await healthy.gradients?.(theta)) ?? theta, () => 0),
  }),
  'gradients that are one percent off': (healthy) => ({
    gradients: async (theta) => spoilt((await healthy.gradients?.(theta)) ?? theta, (value) => 1.01 * value),
  }),
  'outputs that are one percent off': (healthy) => ({
    outputs: async (...at) => spoilt(await healthy.outputs(...at), (value) => 1.01 * value),
  }),
  'no steps at all': () => ({ advance: () => undefined }),
  'a step left out': (healthy) => ({ advance: (step, steps) => healthy.advance(step, steps - 1) }),
  'steps by the numbers of others': (healthy) => ({ advance: (step, steps) => healthy.advance(step + 1, steps) }),
  'one network in twelve that stands still': afterSteps((theta) => {
    const row = theta.length / 12;
    return spoilt(theta, (value, index) => (index < row ? value + 0.01 : value));
  }),
  'a weight that is not a number': afterSteps((theta) => spoilt(theta, (value, index) => (index === 7 ? NaN : value))),
};

const run = (rowPrograms: RowPrograms) =>
  createSelfTest(createTrainer)('simd', new AbortController().signal, rowPrograms);

describe('self-test of fused programs', () => {
  beforeAll(openCpu);

  it('passes those that are right', async () => {
    expect(await run(planted(() => ({})))).toMatchObject({ passed: true });
  });

  it.each(Object.entries(FAULTS))('refuses %s', async (_name, fault) => {
    expect(await run(planted(fault))).toMatchObject({ passed: false });
  });

  it('refuses an engine that leaves the golden run to TensorFlow.js: nothing of it was tested', async () => {
    const result = await run(() => null);
    expect(result).toMatchObject({ passed: false, detail: expect.stringContaining('no fused step') as string });
  });
});
