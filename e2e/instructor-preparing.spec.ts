/** The instructor preparing: a preset, its knobs, two runs compared, and a link for the class. */
import { LANGUAGES } from '../src/i18n/language';
import { journeys } from './support/journeys';
import { Lab } from './support/lab';
import { longUnless } from './support/long';
import { packed, smallPreset } from './support/smallPreset';
import { expect, test } from './support/test';

test.use({ permissions: ['clipboard-read', 'clipboard-write'] });

for (const { language, backend } of journeys('webgpu')) {
  test(
    `an instructor prepares a preset in ${language} on ${backend}`,
    longUnless(backend === 'simd'),
    async ({ page, context }) => {
      test.slow();
      const lab = await Lab.open(page, language, { backend, preset: 'bring-your-own' });
      const { t } = lab;
      const seeds = t('lab:knob.seedCount.label');
      const steps = t('lab:knob.steps.label');

      await test.step('turns knobs: a run that has not begun follows at once', async () => {
        await lab.type(seeds, '2');
        await lab.type(steps, '40');
        await expect(lab.transport).toContainText(t('common:step.of', { steps: 40 }));
        await lab.expectPhase('ready');
      });

      await test.step('steps, runs, pauses, rewinds', async () => {
        await lab.button(t('lab:transport.step')).click();
        await expect.poll(() => lab.step()).toBe(1);
        await lab.setPace(2);
        await lab.button(t('lab:transport.run')).click();
        await lab.expectStepBeyond(2);
        await lab.button(t('lab:transport.pause')).click();
        await lab.expectPhase('paused');
        await lab.button(t('lab:transport.rewind')).click();
        await lab.expectPhase('ready');
        expect(await lab.step()).toBe(0);
      });

      await test.step('changes λ while the networks train', async () => {
        await lab.setPace(10);
        await lab.button(t('lab:transport.run')).click();
        await lab.expectStepBeyond(3);
        const arm = `${t('charts:scheme.soft')} λ 0.5`;
        await lab.type(t('lab:knob.lambda.label', { arm }), '0.05');
        const label = t('lab:curves.changed.lambda', { value: '0.05' });
        await expect(page.getByTitle(new RegExp(`${label}$`)).first()).toBeVisible();
        await lab.setPace(null);
        await lab.expectPhase('finished');
        const lambdas = (await lab.rows()).filter((row) => row['scheme'] === 'soft').map((row) => row['lambda']);
        expect(lambdas.at(0)).toBe('0.5');
        expect(lambdas.at(-1)).toBe('0.05');
      });

      await test.step('pins the run and compares it with new seeds', async () => {
        await lab.button(t('lab:compare.pin')).click();
        await lab.button(t('lab:transport.newSeed')).click();
        await lab.expectPhase('ready');
        await lab.runToEnd();
        await expect(page.getByRole('heading', { name: t('lab:compare.differences') })).toBeVisible();
        expect(new Set((await lab.rows()).map((row) => row['seed']))).toEqual(new Set(['3', '4']));
      });

      await test.step('gives it to the class as a link', async () => {
        await lab.button(t('lab:share.copy')).click();
        await expect(page.getByText(t('lab:share.copied'))).toBeVisible();
        const link = await page.evaluate(() => navigator.clipboard.readText());
        const student = await context.newPage();
        await student.goto(link);
        const theirs = new Lab(student, 'en');
        await theirs.expectPhase('ready');
        await expect(student.getByRole('textbox', { name: theirs.t('lab:knob.steps.label') })).toHaveValue('40');
        await expect(student.getByRole('textbox', { name: theirs.t('lab:knob.firstSeed.label') })).toHaveValue('3');
        const theirArm = `${theirs.t('charts:scheme.soft')} λ 0.05`;
        const knob = theirs.t('lab:knob.lambda.label', { arm: theirArm });
        await expect(student.getByRole('textbox', { name: knob })).toHaveValue('0.05');
      });
    },
  );
}

for (const language of LANGUAGES) {
  test(`a broken link says in ${language} where, what and what is allowed, and loses nothing`, async ({ page }) => {
    const lab = await Lab.open(page, language, { backend: 'simd', packed: packed(smallPreset()) });
    const { t } = lab;
    await lab.runToEnd();
    const before = await lab.csv();
    const good = smallPreset();
    const broken = { ...good, experiment: { ...good.experiment, seeds: { first: 1, count: 0 }, lambdaa: 1 } };
    await page.goto(`./#/lab?lang=${language}&x=${packed(broken)}`);
    await expect(page.getByRole('heading', { level: 1, name: t('lab:badLink.title') })).toBeVisible();
    const range = t('errors:expected.integer', { min: 1, max: 200 });
    const problem = t('errors:problem.out-of-range', {
      place: 'experiment.seeds.count',
      found: '0',
      expected: range,
    });
    await expect(page.getByRole('listitem').filter({ hasText: problem })).toBeVisible();
    await expect(page.getByRole('listitem').filter({ hasText: 'lambdaa' })).toBeVisible();

    await page.goto(`./#/lab?lang=${language}&x=d1:${'A'.repeat(50)}`);
    await expect(page.getByText(t('errors:problem.link-damaged'))).toBeVisible();

    await page.goBack();
    await page.goBack();
    await lab.expectPhase('ready');
    await lab.runToEnd();
    expect(await lab.csv()).toBe(before);
  });

  test(`a broken file leaves in ${language} the run on the desk as it is`, async ({ page }) => {
    const lab = await Lab.open(page, language, { backend: 'simd', packed: packed(smallPreset()) });
    const { t } = lab;
    await lab.runToEnd();
    const before = await lab.csv();
    const chooser = page.waitForEvent('filechooser');
    await lab.button(t('lab:preset.open')).click();
    const buffer = Buffer.from(JSON.stringify({ ...smallPreset(), version: 2 }));
    await (await chooser).setFiles({ name: 'preset.json', mimeType: 'application/json', buffer });
    const dialog = page.getByRole('dialog', { name: t('lab:badLink.title') });
    await expect(dialog).toContainText('version');
    await page.keyboard.press('Escape');
    await expect(dialog).toBeHidden();
    await lab.expectPhase('finished');
    expect(await lab.csv()).toBe(before);
  });
}
