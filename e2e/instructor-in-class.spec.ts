/** The instructor in class: a projector, a keyboard, and nothing to scroll. */
import type { Page } from '@playwright/test';
import { BACKEND_NAMES } from '../src/ui/backendNames';
import { journeys } from './support/journeys';
import { tabTo } from './support/keyboard';
import { sidewaysOverflow } from './support/sidewaysOverflow';
import { expect, test } from './support/test';
import { words } from './support/words';

test.use({ viewport: { width: 1920, height: 1080 } });

/** Boxes that hide something behind a scroll bar. */
async function scrollable(page: Page): Promise<string[]> {
  return page.evaluate(() =>
    [...document.querySelectorAll('*')]
      .filter((box) => {
        const { overflowX, overflowY } = getComputedStyle(box);
        const scrolls = (overflow: string): boolean => box === document.documentElement || /auto|scroll/.test(overflow);
        return (
          (scrolls(overflowY) && box.scrollHeight > box.clientHeight + 1) ||
          (scrolls(overflowX) && box.scrollWidth > box.clientWidth + 1)
        );
      })
      .map((box) => `${box.tagName.toLowerCase()}.${box.className} ${box.scrollHeight} > ${box.clientHeight}`),
  );
}

for (const { language, backend } of journeys()) {
  test(`an instructor presents slide 4.1 in ${language} on ${backend} with the keyboard alone`, async ({ page }) => {
    test.slow();
    const t = words(language);
    const { keyboard } = page;
    const view = (id: 'ask' | 'figure' | 'slices' | 'table') =>
      page.getByRole('button', { name: t(`course:hardAgainstSoft.present.view.${id}`), exact: true });
    const expectView = async (id: Parameters<typeof view>[0]): Promise<void> => {
      await expect(view(id)).toHaveAttribute('aria-current', 'true');
      await expect.poll(() => scrollable(page), `${id} scrolls`).toEqual([]);
      await expect.poll(() => sidewaysOverflow(page), `${id} is too wide`).toEqual([]);
    };

    await page.goto(`./?lang=${language}&backend=${backend}#/`);
    await tabTo(page, page.getByRole('link', { name: t('home:doors.teach.link') }));
    await keyboard.press('Enter');
    await expect(page).toHaveTitle(t('common:title.present'));
    await expect(page.getByRole('gridcell').first()).toBeVisible();
    await expectView('figure');

    await test.step('asks the room, then shows the answer', async () => {
      await keyboard.press('ArrowRight');
      await expectView('ask');
      const question = t('course:hardAgainstSoft.present.question', { angle: '30°' });
      await expect(page.getByText(question)).toBeVisible();
      await expect(page.getByText(t('learn:present.verdictHidden'))).toBeVisible();
      await keyboard.press('Space');
      await expect(page.getByText(t('learn:present.verdictHidden'))).toBeHidden();
      await expect(page.getByText(t('course:hardAgainstSoft.verdict.holds'))).toBeVisible();
    });

    await keyboard.press('ArrowRight');
    await expectView('slices');
    await keyboard.press('ArrowRight');
    await expectView('table');
    for (let back = 0; back < 3; back += 1) await keyboard.press('ArrowLeft');
    await expectView('figure');

    await test.step('runs it in front of the class', async () => {
      // Fewer seeds and steps, as one does with a weak machine.
      await keyboard.press('3');
      await keyboard.press('4');
      await keyboard.press('Space');
      await expect(page.getByRole('button', { name: t('learn:run.pause') })).toBeVisible();
      const here = t('learn:run.briefHere', { backend: BACKEND_NAMES[backend], networks: 180 });
      await expect(page.getByText(here).first()).toBeVisible({ timeout: 120_000 });
      await expect(page.getByRole('button', { name: t('learn:run.here') })).toBeVisible({ timeout: 90_000 });
      await expect(page.getByText(t('course:hardAgainstSoft.verdict.measuring'))).toBeHidden();
      await expectView('figure');
    });

    await test.step('looks at the keys and the notes', async () => {
      await keyboard.press('?');
      const keys = page.getByRole('dialog', { name: t('learn:present.keys') });
      await expect(keys).toBeVisible();
      await keyboard.press('Escape');
      await expect(keys).toBeHidden();
      const notes = page.getByRole('complementary');
      // The key list gives the keyboard back only when it has closed.
      await expect(async () => {
        await keyboard.press('t');
        await expect(notes).toBeVisible({ timeout: 2000 });
      }).toPass();
      await keyboard.press('t');
      await expect(notes).toBeHidden();
    });

    await keyboard.press('Escape');
    await expect(page).toHaveTitle(t('common:title.learn'));
  });
}
