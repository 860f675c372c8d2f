/** What A6 and E18 of the science notes report of the adversary, on the `domains` source. */
import { beforeAll, expect, it } from 'vitest';
import { PLAIN_POINT } from '../spec/plain';
import type { SharedPrivateScheme } from '../spec/scheme';
import { domains } from '../spec/sources/domains';
import { createTrainer } from './createTrainer';
import { useBackend } from './testing/backends';
import { ADAM, arm, smallSpec } from './testing/smallSpec';
import { trainTo } from './testing/trainTo';

beforeAll(() => useBackend('wasm'));

const STEPS = 100;
/** Fewer reviews than by default: a test has to be quick. */
const TASKS = domains.resolve({ source: 'domains', samples: 120, validationSamples: 20, testSamples: 300 });
const scheme = (adversary: number, discriminatorSteps: number, discriminatorRate: number): SharedPrivateScheme => ({
  kind: 'shared-private',
  adversary,
  discriminatorSteps,
  discriminatorRate,
  orthogonality: 0,
});

it('a strong discriminator takes the domain out of the shared features, a weak one puts it in; accuracy stays', async () => {
  const trainer = createTrainer(
    smallSpec({
      points: [{ ...PLAIN_POINT, value: null, tasks: TASKS }],
      arms: [
        arm('plain', scheme(0, 1, 0.02), 3, 0.01),
        arm('strong', scheme(0.05, 5, 0.02), 3, 0.01),
        arm('weak', scheme(0.5, 1, 0.005), 3, 0.01),
      ],
      model: { trunk: [{ units: 16, activation: 'relu' }], head: [], headStart: 'own' },
      training: { steps: STEPS, batch: null, optimizer: ADAM, schedule: { kind: 'constant' } },
      evaluation: { every: STEPS, gradients: false, probes: [] },
    }),
  );
  trainTo(trainer, STEPS);
  const { probe, testScore } = await trainer.evaluate();
  trainer.dispose();
  const [plain = NaN, strong = NaN, weak = NaN] = probe;
  expect(plain).toBeGreaterThan(0.6);
  expect(strong).toBeLessThan(0.5);
  expect(weak).toBeGreaterThan(plain + 0.05);
  const accuracy = (index: number): number =>
    testScore.slice(3 * index, 3 * index + 3).reduce((sum, score) => sum + score / 3, 0);
  expect(Math.abs(accuracy(1) - accuracy(0))).toBeLessThan(0.03);
  expect(accuracy(0)).toBeGreaterThan(0.75);
});
