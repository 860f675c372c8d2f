/** Whatever the browser does with storage, the page works and says what will not be kept. */
import type { Page } from '@playwright/test';
import { address } from './support/address';
import { Lab } from './support/lab';
import { Slide } from './support/slide';
import { packed, smallPreset } from './support/smallPreset';
import { expect, test } from './support/test';
import { words } from './support/words';

const t = words('en');

/** Storage that fails in one of the ways that browsers know. */
const FAILING: Readonly<Record<string, () => void>> = {
  'is blocked altogether': () => {
    Object.defineProperty(window, 'localStorage', {
      get: () => {
        throw new DOMException('blocked', 'SecurityError');
      },
    });
  },
  'throws at every use': () => {
    for (const call of ['getItem', 'setItem', 'removeItem'] as const) {
      Storage.prototype[call] = () => {
        throw new DOMException('no', 'InvalidStateError');
      };
    }
  },
  'has no room left': () => {
    Storage.prototype.setItem = () => {
      throw new DOMException('full', 'QuotaExceededError');
    };
  },
};

async function expectUsable(page: Page): Promise<void> {
  const slide = new Slide(page, 'en');
  await page.goto(address('/learn/4.1', { lang: 'en' }));
  await slide.expectRecording();
  await slide.predictHump();
  await expect(slide.exercise.getByText(t('course:hardAgainstSoft.observe.outcome.right'))).toBeVisible();
  expect((await slide.exportedLog()).attempts).toHaveLength(2);
}

for (const [way, fail] of Object.entries(FAILING)) {
  test(`a storage that ${way}: all works, and the page says that nothing is kept`, async ({ page }) => {
    await page.addInitScript(fail);
    await expectUsable(page);
    const slide = new Slide(page, 'en');
    await expect(slide.attempts.getByText(t('learn:progress.notKept'))).toBeVisible();
    await page.getByLabel(t('theme.label')).selectOption('dark');
    await expect(page.getByText(t('notice.storage'))).toBeVisible();
    await page.getByRole('button', { name: t('notice.dismiss') }).click();
    await expect(page.getByText(t('notice.storage'))).toBeHidden();
    const lab = await Lab.open(page, 'en', { backend: 'simd', packed: packed(smallPreset()) });
    await lab.runToEnd();
  });
}

const CORRUPT = [
  ['nonsense', '{"format":'],
  ['another kind of data', '"[object Object]"'],
  ['a wrong shape', '{"format":"sharelab-progress","version":1,"attempts":[{"at":-1,"slide":"<b>"}]}'],
  ['a poisoned prototype', '{"__proto__":{"polluted":true},"constructor":{"prototype":{"polluted":true}}}'],
] as const;

for (const [what, text] of CORRUPT) {
  test(`${what} in the storage: set aside, said, and a new log begun`, async ({ page }) => {
    await page.addInitScript((value) => {
      if (localStorage.getItem('sharelab.progress') !== null) return;
      for (const key of ['sharelab.progress', 'sharelab.settings']) localStorage.setItem(key, value);
    }, text);
    await expectUsable(page);
    const slide = new Slide(page, 'en');
    await expect(slide.attempts.getByText(t('learn:progress.problem.unreadable'))).toBeVisible();
    expect(await page.evaluate(() => localStorage.getItem('sharelab.progress.unreadable'))).toBe(text);
    expect(await page.evaluate(() => 'polluted' in {})).toBe(false);
    await page.reload();
    await expect(slide.attempts.getByText(t('learn:progress.kept'))).toBeVisible();
    expect((await slide.exportedLog()).attempts).toHaveLength(2);
  });
}

test('a log of a later version is left untouched', async ({ page }) => {
  const later = '{"format":"sharelab-progress","version":99,"attempts":[],"more":1}';
  await page.addInitScript((value) => localStorage.setItem('sharelab.progress', value), later);
  await expectUsable(page);
  const slide = new Slide(page, 'en');
  await expect(slide.attempts.getByText(t('learn:progress.problem.newer'))).toBeVisible();
  expect(await page.evaluate(() => localStorage.getItem('sharelab.progress'))).toBe(later);
});

test('a damaged file of attempts is refused with its place; a good one is added once', async ({ page }, testInfo) => {
  await expectUsable(page);
  const slide = new Slide(page, 'en');
  const log = await slide.exportedLog();
  const give = async (name: string, text: string): Promise<void> => {
    const chooser = page.waitForEvent('filechooser');
    await slide.attempts.getByRole('button', { name: t('learn:progress.import') }).click();
    await (await chooser).setFiles({ name, mimeType: 'application/json', buffer: Buffer.from(text) });
  };
  await give('bad.json', JSON.stringify({ ...log, attempts: [{ ...log.attempts[0], outcome: 'perfect' }] }));
  await expect(
    slide.attempts.getByText(t('learn:progress.refused.invalid', { place: 'attempts.0.outcome' })),
  ).toBeVisible();
  await give('good.json', JSON.stringify(log));
  await expect(slide.attempts.getByText(t('learn:progress.imported', { count: 0, added: 0 }))).toBeVisible();
  testInfo.annotations.push({ type: 'attempts', description: String(log.attempts.length) });
  expect((await slide.exportedLog()).attempts).toHaveLength(2);
});
