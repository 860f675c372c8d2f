/** Browsers that lack something: what is left trains to the end, and the page says why it is not something faster. */
import { LANGUAGES } from '../src/i18n/language';
import { plantInWorker } from './support/faults';
import { Lab } from './support/lab';
import { packed, smallPreset } from './support/smallPreset';
import { expect, test } from './support/test';
import type { Page } from '@playwright/test';

const NO_WEBGPU = `delete (self.WorkerNavigator ?? self.Navigator).prototype.gpu;`;
// Modules without vectors still start: TensorFlow.js brings one.
const NO_SIMD = `{
  WebAssembly.validate = () => false;
  WebAssembly.compile = () => Promise.reject(new WebAssembly.CompileError('planted: no vectors'));
}`;
const NO_WEBASSEMBLY = 'delete self.WebAssembly;';
const PRESET = packed(smallPreset({ seeds: 3 }));

/** Takes something away from the page and from its worker. */
async function without(page: Page, code: string): Promise<void> {
  await page.addInitScript(code);
  await plantInWorker(page, code);
}

test('without WebGPU and without SIMD, TensorFlow.js trains in plain WebAssembly', async ({ page }) => {
  await without(page, `${NO_WEBGPU} ${NO_SIMD}`);
  const lab = await Lab.open(page, 'en', { packed: PRESET });
  await lab.runToEnd();
  const [wgsl, simd, webgpu, webgl, wasm, cpu] = await lab.backendTrials();
  for (const line of [wgsl, simd, webgpu]) expect(line).toContain(lab.t('lab:reason.missing'));
  expect(webgl).toContain(lab.t('lab:reason.software-adapter'));
  expect(wasm).toContain(lab.t('lab:reason.first-that-passes'));
  expect(wasm).toContain('\n1 thread;');
  expect(cpu).toContain(lab.t('lab:reason.not-asked'));
});

test('without WebAssembly, plain JavaScript trains', async ({ page }) => {
  await without(page, `${NO_WEBGPU} ${NO_WEBASSEMBLY}`);
  const lab = await Lab.open(page, 'en', { packed: PRESET });
  await lab.runToEnd();
  const [wgsl, simd, webgpu, webgl, wasm, cpu] = await lab.backendTrials();
  for (const line of [wgsl, simd, webgpu, wasm]) expect(line).toContain(lab.t('lab:reason.missing'));
  expect(webgl).toContain(lab.t('lab:reason.software-adapter'));
  expect(cpu).toContain(lab.t('lab:reason.first-that-passes'));
});

test.describe('a worker that cannot have workers of its own trains alone, with the same numbers', () => {
  test.use({ tolerated: [/404.*shard\.worker|shard\.worker.*404|Failed to load resource.*shard\.worker/] });
  const LACKS = {
    'because it knows none': 'delete self.Worker;',
    'because it may not': `self.Worker = class { constructor() { throw new DOMException('planted', 'SecurityError'); } };`,
    'because their script is not there': `{
      const { Worker } = self;
      self.Worker = class extends Worker { constructor(url, options) { super(url + '.js', options); } };
    }`,
  };
  for (const [why, code] of Object.entries(LACKS)) {
    test(why, async ({ page, context }) => {
      const divided = await Lab.open(await context.newPage(), 'en', { backend: 'simd', packed: PRESET });
      await divided.runToEnd();
      expect(divided.page.workers().length).toBeGreaterThan(1);
      const expected = await divided.csv();
      await divided.page.close();

      await plantInWorker(page, code);
      let served = 0;
      context.on('response', (response) => {
        if (response.url().includes('shard.worker') && response.ok()) served += 1;
      });
      const lab = await Lab.open(page, 'en', { packed: PRESET });
      await lab.runToEnd();
      expect(await lab.csv()).toBe(expected);
      const [, simd] = await lab.backendTrials();
      expect(simd).toContain(lab.t('lab:reason.first-that-passes'));
      await expect(lab.recovered(1)).toBeHidden();
      expect(served).toBe(0);
    });
  }
});

for (const language of LANGUAGES) {
  for (const [backend, code] of [
    ['wgsl', NO_WEBGPU],
    ['simd', NO_SIMD],
  ] as const) {
    test(`asked for ${backend} where it is missing, the page refuses in ${language} and says why`, async ({ page }) => {
      await without(page, code);
      const lab = await Lab.open(page, language, { backend, packed: PRESET }, 'failed');
      const alert = page.getByRole('alert').filter({ hasText: lab.t('lab:failed.no-backend.title') });
      await expect(alert).toBeVisible();
      await alert.getByText(lab.t('lab:failed.details')).click();
      await expect(alert.getByText(`${backend}: missing`)).toBeVisible();
      await alert.getByRole('button', { name: lab.t('lab:failed.no-backend.auto') }).click();
      await lab.expectPhase('ready');
      expect(page.url()).not.toContain('backend=');
    });
  }
}
