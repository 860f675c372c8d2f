/**
 * The compute shader against TensorFlow.js in plain JavaScript, on software WebGPU: gradients (one step of gradient descent
 * shows them), 50 steps of every optimizer, and runs that are cut. The page is built from `wgsl/`, since the lab itself
 * never trains twice. Software adapters are slow: with every change a choice is tested, the rest by `npm run e2e:long`.
 */
import { expect, test } from '@playwright/test';
import { build } from 'vite';
import { serve } from '../scripts/serve.mjs';
import { longUnless } from './support/long';
import {
  changing,
  experiment,
  OPTIMIZERS,
  SCALED,
  SCHEMES,
  SHAPES,
  UNEQUAL,
  type Shape,
  type Variant,
} from './wgsl/experiments';

const ACTIVATIONS = ['tanh', 'relu', 'linear'] as const;
const SAME_LOSS = (['mse', 'softmax', 'sigmoid'] as const).map((loss) => [loss, loss, loss]);
/** A choice of schemes where the reference takes long: hard, soft in the gradient, soft after the step. */
const FEWER = [1, 4, 6].flatMap((index) => SCHEMES[index] ?? []);
const LARGE: readonly Shape[] = ['wide', 'digits', 'stored'];
const shapes = Object.keys(SHAPES) as Shape[];

// One worker: the page is built once.
test.describe.configure({ mode: 'default' });
let address = '';
test.beforeAll(async () => {
  await build({ configFile: 'e2e/wgsl/vite.config.ts' });
  address = await serve({ folder: '.cache/wgsl', base: '/', host: '127.0.0.1', port: 0 });
});

const complaints: string[] = [];
test.beforeEach(async ({ page }) => {
  test.slow();
  complaints.length = 0;
  page.on('console', (message) => {
    if (message.type() === 'error') complaints.push(message.text());
  });
  await page.goto(address);
});
test.afterEach(() => expect(complaints, 'errors of the device').toEqual([]));

const gradientVariants = (shape: Shape): readonly Variant[] => [
  ...ACTIVATIONS.map((activation) => ({ shape, activation })),
  { shape, batch: 5 },
  { shape, rows: LARGE.includes(shape) ? 40 : 150 },
  ...(LARGE.includes(shape) ? [] : SAME_LOSS.map((losses) => ({ shape, losses }))),
];

for (const shape of shapes) {
  test(
    `gradients of every scheme and loss, ${shape}: ${SHAPES[shape].join('-')}`,
    longUnless(shape === 'odd' || shape === 'middle'),
    async ({ page }) => {
      for (const variant of gradientVariants(shape)) {
        const spec = experiment({ ...variant, learningRate: 1 });
        const deviation = await page.evaluate((given) => window.shaders.firstStep(given), spec);
        expect(deviation, JSON.stringify(variant)).toBeLessThan(1e-5);
      }
    },
  );

  test(
    `losses over 50 steps of every optimizer, ${shape}: ${SHAPES[shape].join('-')}`,
    longUnless(shape === 'odd'),
    async ({ page }) => {
      for (const [index, optimizer] of OPTIMIZERS.entries()) {
        const large = LARGE.includes(shape);
        for (const activation of large ? ACTIVATIONS.slice(index, index + 1) : ACTIVATIONS) {
          const batch = activation === 'relu' ? 6 : null;
          const variant = { shape, activation, optimizer, batch };
          const spec = experiment(large ? { ...variant, schemes: FEWER, rows: 8 } : variant);
          const deviation = await page.evaluate((given) => window.shaders.losses(given), spec);
          expect(deviation, `${activation}, ${optimizer.kind}`).toBeLessThan(1e-4);
        }
      }
    },
  );
}

for (const optimizer of OPTIMIZERS) {
  test(
    `unequal rows, fresh rows, scaled outputs and timelines with ${optimizer.kind}`,
    longUnless(optimizer.kind === 'adam'),
    async ({ page }) => {
      const specs = [
        experiment({ tasks: UNEQUAL, optimizer }),
        experiment({ tasks: UNEQUAL, optimizer, batch: 8, seeds: 2 }),
        experiment({ tasks: SCALED, optimizer, learningRate: 0.001 }),
        experiment({ tasks: SCALED, optimizer, batch: 8, learningRate: 0.001 }),
        changing(optimizer),
      ];
      for (const [index, spec] of specs.entries()) {
        const deviation = await page.evaluate((given) => window.shaders.losses(given), spec);
        expect(deviation, `experiment ${index}`).toBeLessThan(1e-4);
      }
    },
  );

  test(
    `a run cut at every one of 50 steps with ${optimizer.kind} ends in the same bits`,
    longUnless(optimizer.kind === 'adam'),
    async ({ page }) => {
      for (const variant of [{ tasks: UNEQUAL, batch: 8, seeds: 2 }, { tasks: SCALED, batch: 8 }, {}]) {
        const spec = experiment({ ...variant, optimizer });
        expect(await page.evaluate((given) => window.shaders.cut(given), spec)).toBe(0);
      }
    },
  );
}
