/** The whole of the lab's choice: other data, methods with their own knobs, a file of one's own; also without a mouse. */
import type { Page } from '@playwright/test';
import { LANGUAGES } from '../src/i18n/language';
import { findings } from './support/findings';
import { tabTo } from './support/keyboard';
import { Lab } from './support/lab';
import { longUnless } from './support/long';
import { settled } from './support/settled';
import { packed, smallPreset } from './support/smallPreset';
import { sidewaysOverflow } from './support/sidewaysOverflow';
import { expect, test } from './support/test';

// Nothing in motion while contrast is measured.
test.use({ reducedMotion: 'reduce' });

/** 60 rows: two numbers, a colour that follows one of them, and two answers to predict; one cell is missing. */
function table(): string {
  const rows = Array.from({ length: 60 }, (_, row) => {
    const [x, y] = [((row * 37) % 60) / 30 - 1, ((row * 17) % 60) / 30 - 1];
    return [x, row === 7 ? '' : y, x > 0 ? 'red' : 'blue', x + y > 0 ? 'yes' : 'no', 2 * x - y].join(',');
  });
  return ['width,depth,colour,heavy,weight', ...rows].join('\n');
}

function chooser(page: Page, name: string) {
  return page.getByRole('combobox', { name, exact: true });
}

async function add(lab: Lab, method: string): Promise<void> {
  const { t, page } = lab;
  await lab.button(t('lab:arms.add')).click();
  const dialog = page.getByRole('dialog', { name: t('lab:arms.add') });
  await dialog.getByRole('button', { name: method }).first().click();
  await expect(dialog).toBeHidden();
}

async function expectClean(page: Page, place: string): Promise<void> {
  await settled(page);
  expect.soft(await findings(page), place).toEqual([]);
  expect.soft(await sidewaysOverflow(page), place).toEqual([]);
}

for (const language of LANGUAGES) {
  test(
    `a student compares methods on printed digits in ${language}`,
    longUnless(language === 'zh-CN'),
    async ({ page }) => {
      test.slow();
      const lab = await Lab.open(page, language, { backend: 'simd', packed: packed(smallPreset()) });
      const { t } = lab;

      await test.step('takes other data; what fits stays, and there is a way back', async () => {
        await chooser(page, t('lab:source.label')).selectOption('glyphs');
        await expect(page.getByText(t('lab:left.nothing'))).toBeVisible();
        await lab.button(t('lab:left.putBack')).click();
        await expect(chooser(page, t('lab:source.label'))).toHaveValue('angle');
        await chooser(page, t('lab:source.label')).selectOption('glyphs');
        await lab.type(t('sources:knob.samples.label'), '60');
        await expect(page.getByRole('textbox', { name: t('lab:knob.steps.label') })).toHaveValue('20');
      });

      await test.step('adds PCGrad and a mixture of experts, and turns a knob of it', async () => {
        await add(lab, t('methods:balancing.pcgrad.name'));
        await expect(chooser(page, t('lab:knob.balancing.label'))).toHaveValue('pcgrad');
        await add(lab, t('methods:scheme.mmoe.name'));
        await lab.type(t('methods:knob.experts.label'), '3');
        // Methods that need the gradients on a common trunk are greyed, and it says why.
        await expect(chooser(page, t('lab:knob.balancing.label')).locator('option[value=pcgrad]')).toBeDisabled();
      });

      await test.step('reads formula, meaning and source', async () => {
        await page
          .getByRole('button', { name: t('lab:arms.formula') })
          .first()
          .click();
        const dialog = page.getByRole('dialog');
        await expect(dialog.locator('math')).toBeVisible();
        await expect(dialog.getByText(t('methods:scheme.mmoe.meaning'))).toBeVisible();
        await expectClean(page, 'formula');
        await page.keyboard.press('Escape');
      });

      await test.step('plans an event, and is told where it does not fit', async () => {
        await page.getByText(t('lab:timeline.none')).click();
        await chooser(page, t('lab:timeline.add')).selectOption('rate');
        await lab.type(t('methods:knob.at.label'), '15');
        await lab.type(t('lab:knob.steps.label'), '10');
        await expect(page.getByText('experiment.schemes[4].timeline[0].at').first()).toBeVisible();
        await lab.type(t('lab:knob.steps.label'), '20');
        await expect(page.getByText('experiment.schemes[4].timeline[0].at')).toHaveCount(0);
      });

      await lab.expectPhase('ready');
      await lab.runToEnd();
      const gains = page.getByRole('figure', { name: t('charts:gain.title'), exact: true });
      await expect(gains).toContainText('MMoE');
      await expect(gains).toContainText('PCGrad');
      await expectClean(page, 'run');
      await page.setViewportSize({ width: 390, height: 844 });
      await expectClean(page, 'narrow');
    },
  );

  test(`a student trains on a file of their own in ${language}`, async ({ page }) => {
    test.slow();
    const lab = await Lab.open(page, language, { backend: 'simd', packed: packed(smallPreset()) });
    const { t } = lab;
    await lab.button(t('lab:own.open')).click();
    const dialog = page.getByRole('dialog', { name: t('lab:own.title') });
    const open = async (text: string): Promise<void> => {
      const choosing = page.waitForEvent('filechooser');
      await dialog.getByRole('button', { name: t('lab:own.choose') }).click();
      await (await choosing).setFiles({ name: 'own.csv', mimeType: 'text/csv', buffer: Buffer.from(text) });
    };

    await open(`${table()}\n1,2`);
    await expect(dialog.getByText(t('lab:own.problem.row-width', { row: 62, found: 2, expected: 5 }))).toBeVisible();
    await open(table());
    await expect(dialog.getByRole('row', { name: /^colour/ })).toContainText(t('lab:own.kind.category'));
    await expect(dialog.getByText(t('lab:own.dropped', { rows: 1 }))).toBeVisible();
    await expectClean(page, 'own table');
    await dialog.getByRole('button', { name: t('lab:own.take') }).click();
    await expect(chooser(page, t('lab:source.label'))).toHaveValue('own');
    await lab.expectPhase('ready');
    await lab.runToEnd();
    expect(new Set((await lab.rows()).map((row) => row['task']))).toEqual(new Set(['heavy', 'weight']));

    await lab.button(t('lab:share.copy')).click();
    await expect(page.getByText(t('lab:share.ownLink'))).toBeVisible();
  });

  test(
    `ways of sharing are added and changed in ${language} with the keyboard alone`,
    longUnless(language === 'en'),
    async ({ page }) => {
      const lab = await Lab.open(page, language, { backend: 'simd', packed: packed(smallPreset()) });
      const { t } = lab;
      const { keyboard } = page;
      await tabTo(page, lab.button(t('lab:arms.add')));
      await keyboard.press('Enter');
      const dialog = page.getByRole('dialog', { name: t('lab:arms.add') });
      await expectClean(page, 'menu');
      await tabTo(page, dialog.getByRole('button', { name: t('methods:scheme.cross-stitch.name') }).first());
      await keyboard.press('Enter');
      await expect(dialog).toBeHidden();
      await tabTo(page, chooser(page, t('lab:knob.balancing.label')));
      await keyboard.press('ArrowDown');
      await expect(chooser(page, t('lab:knob.balancing.label'))).toHaveValue('uncertainty');
      await tabTo(page, page.getByText(t('lab:timeline.none')));
      await keyboard.press('Enter');
      await expect(page.getByText(t('lab:timeline.help'))).toBeVisible();
      await lab.expectPhase('ready');
    },
  );
}
