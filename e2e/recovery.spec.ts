/** Whatever happens to the training worker, the run goes on, says so, and ends with the numbers it would have had. */
import { randomInt } from 'node:crypto';
import type { Page } from '@playwright/test';
import { crashWorker, holdContexts, killWorker, loseBackend, loseContext } from './support/faults';
import { Lab } from './support/lab';
import { onlyLong } from './support/long';
import { packed, smallPreset } from './support/smallPreset';
import { expect, test } from './support/test';

test.use({ tolerated: [/planted/, /CONTEXT_LOST_WEBGL/i] });

const LONG = packed(smallPreset({ steps: 3000, every: 100, seeds: 3 }));

/** Every number of an undisturbed run of {@link LONG}. */
async function undisturbed(page: Page): Promise<string> {
  const lab = await Lab.open(page, 'en', { backend: 'simd', packed: LONG });
  await lab.runToEnd();
  const csv = await lab.csv();
  await page.close();
  return csv;
}

test('killed three times at random steps, a run ends with exactly the numbers of an undisturbed one', async ({
  page,
  context,
}, testInfo) => {
  const expected = await undisturbed(await context.newPage());
  const lab = await Lab.open(page, 'en', { backend: 'simd', packed: LONG });
  await lab.setPace(200);
  await lab.button(lab.t('lab:transport.run')).click();
  const places = [randomInt(10, 100), randomInt(150, 250), randomInt(300, 400)];
  testInfo.annotations.push({ type: 'killed at', description: places.join(', ') });
  const faults = [() => killWorker(page), () => crashWorker(page, 'shard'), () => crashWorker(page)];
  for (const [index, fault] of faults.entries()) {
    await lab.expectStepBeyond(places[index] ?? 0);
    await fault();
    await expect(lab.recovered(index + 1)).toBeVisible({ timeout: 60_000 });
  }
  await lab.setPace(null);
  await lab.expectPhase('finished');
  expect(await lab.csv()).toBe(expected);
  expect((await lab.backendTrials()).join(' ')).toContain(`WebAssembly SIMD ${lab.t('lab:outcome.chosen')}`);
});

test(
  'a part of a run that falls silent is taken for a hang, and no step is missing',
  onlyLong,
  async ({ page, context }) => {
    const expected = await undisturbed(await context.newPage());
    const lab = await Lab.open(page, 'en', { backend: 'simd', packed: LONG });
    await lab.setPace(200);
    await lab.button(lab.t('lab:transport.run')).click();
    await lab.expectStepBeyond(50);
    await killWorker(page, 'shard');
    // The thread that waits for it still answers, so this takes longer than a death of the whole.
    await expect(lab.recovered(1)).toBeVisible({ timeout: 60_000 });
    await lab.setPace(null);
    await lab.expectPhase('finished');
    expect(await lab.csv()).toBe(expected);
  },
);

test('a killed worker loses neither a live change nor a pause', async ({ page }) => {
  const preset = packed(smallPreset({ steps: 5000, every: 10 }));
  const lab = await Lab.open(page, 'en', { backend: 'wasm', packed: preset });
  await lab.setPace(50);
  await lab.button(lab.t('lab:transport.run')).click();
  await lab.expectStepBeyond(30);
  await lab.type(lab.t('lab:knob.rate.label'), '0.002');
  const step = await lab.step();
  await lab.expectStepBeyond(step + 30);
  await lab.button(lab.t('lab:transport.pause')).click();
  await lab.expectPhase('paused');
  const before = await lab.csv();
  const paused = await lab.step();
  await crashWorker(page);
  await expect(lab.recovered(1)).toBeVisible({ timeout: 60_000 });
  await lab.expectPhase('paused');
  expect(await lab.step()).toBe(paused);
  expect(await lab.csv()).toBe(before);
});

for (const [way, lose] of [
  ['reported by the driver', loseBackend],
  ['taken by the browser', loseContext],
] as const) {
  test(`a WebGL context ${way} comes back, and no step is missing`, async ({ page }) => {
    test.slow();
    await holdContexts(page);
    const steps = 30;
    const lab = await Lab.open(page, 'en', { backend: 'webgl', packed: packed(smallPreset({ steps, every: 5 })) });
    await lab.setPace(10);
    await lab.button(lab.t('lab:transport.run')).click();
    await lab.expectStepBeyond(6);
    await lose(page);
    await expect(lab.recovered(1)).toBeVisible({ timeout: 90_000 });
    await lab.setPace(null);
    await lab.expectPhase('finished');
    const measured = new Set((await lab.rows()).map((row) => Number(row['step'])));
    expect([...measured]).toEqual(Array.from({ length: steps / 5 + 1 }, (_, index) => index * 5));
    expect((await lab.backendTrials()).join(' ')).toContain(`WebGL ${lab.t('lab:outcome.chosen')}`);
  });
}

test('numbers that run away name the task and the step, and the way back works', async ({ page }) => {
  const preset = packed(smallPreset({ optimizer: 'sgd', learningRate: 3, steps: 60 }));
  const lab = await Lab.open(page, 'en', { backend: 'simd', packed: preset });
  await lab.button(lab.t('lab:transport.run')).click();
  await lab.expectPhase('failed');
  const alert = page.getByRole('alert').filter({ hasText: lab.t('lab:failed.diverged.title') });
  const sentence = lab.t('lab:failed.diverged.lead', {
    step: 2,
    task: lab.t('common:task.first'),
    arm: lab.t('charts:scheme.hard'),
    quantity: lab.t('lab:quantity.loss'),
  });
  await expect(alert).toContainText(sentence);
  expect((await lab.rows()).every((row) => Number.isFinite(Number(row['test_loss'])))).toBe(true);
  await alert.getByRole('button', { name: lab.t('lab:failed.diverged.slower') }).click();
  await lab.expectPhase('ready');
  await expect(alert).toBeHidden();
  await lab.runToEnd();
});
