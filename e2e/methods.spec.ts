/** Every method brings its own picture: with a name, numbers behind it, and nothing that axe objects to. */
import { LANGUAGES } from '../src/i18n/language';
import { findings } from './support/findings';
import { Lab } from './support/lab';
import { METHOD_PRESETS } from './support/methodPresets';
import { settled } from './support/settled';
import { sidewaysOverflow } from './support/sidewaysOverflow';
import { packed } from './support/smallPreset';
import { expect, test } from './support/test';
import type { Words } from './support/words';

// Nothing in motion while contrast is measured.
test.use({ reducedMotion: 'reduce' });

/** Names of the figures that a run must have beside those of every run. */
const FIGURES: Readonly<Record<keyof typeof METHOD_PRESETS, (t: Words) => readonly string[]>> = {
  balancing: (t) => [t('methods:picture.weights.title')],
  experts: (t) => [t('charts:scheme.mmoe'), t('methods:picture.gates.title')],
  stitch: (t) => [t('charts:scheme.cross-stitch'), t('methods:picture.mixing.title')],
  adapters: (t) => [t('charts:scheme.adapters'), t('lab:panels.correction.title')],
  probe: (t) => [t('charts:scheme.shared-private'), t('charts:probe.title')],
  affinity: (t) =>
    [
      ['early', '0', '2'],
      ['late', '18', '20'],
    ].map(([when, from, to]) => {
      const window = t(`lab:panels.affinity.${when === 'early' ? 'early' : 'late'}`, { from, to });
      return `${t('methods:picture.affinity.title')} · ${window}`;
    }),
  fusion: (t) => [
    t('methods:picture.interpolation.title', { a: t('sources:task.left'), b: t('sources:task.right') }),
    t('methods:picture.digits.title'),
  ],
  landscape: (t) => [t('methods:picture.landscape.title'), t('methods:picture.weights.title')],
  text: (t) => [t('methods:picture.embedding.title')],
  search: (t) => [
    t('methods:picture.search.title', {
      quantity: t('lab:panels.search.quantity'),
      row: t('lab:panels.search.rate'),
      column: 'λ',
    }),
  ],
};

const NAMES = Object.keys(METHOD_PRESETS).filter((name): name is keyof typeof METHOD_PRESETS => name in METHOD_PRESETS);

for (const [index, name] of NAMES.entries()) {
  // Half of them in each language: the catalogues are compared elsewhere.
  const language = LANGUAGES[index % LANGUAGES.length] ?? 'en';
  test(`the pictures of ${name} in ${language}`, async ({ page }) => {
    const lab = await Lab.open(page, language, { backend: 'simd', packed: packed(METHOD_PRESETS[name]) });
    await lab.runToEnd();
    for (const figure of FIGURES[name](lab.t)) {
      const picture = page.getByRole('figure', { name: figure, exact: true });
      await expect(picture).toBeVisible();
      const table = picture.locator('details');
      await table.locator('summary').click();
      await expect(table.getByRole('row').nth(1)).toBeVisible();
    }
    await settled(page);
    expect.soft(await findings(page)).toEqual([]);
    await page.setViewportSize({ width: 390, height: 844 });
    await settled(page);
    expect.soft(await sidewaysOverflow(page)).toEqual([]);
  });
}

test('what a timeline does stands on the step axis', async ({ page }) => {
  const lab = await Lab.open(page, 'en', { backend: 'simd', packed: packed(METHOD_PRESETS.fusion) });
  await lab.runToEnd();
  const name = `${lab.t('methods:timeline.fuse.name')} (${lab.t('methods:fusion.mean.name')})`;
  await expect(page.getByTitle(name).first()).toBeAttached();
});
