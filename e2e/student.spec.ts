/** The student alone: predict, run, observe, explain; be told what is wrong; keep it, and hand it in. */
import { BACKEND_NAMES } from '../src/ui/backendNames';
import { journeys } from './support/journeys';
import { longUnless } from './support/long';
import { Slide } from './support/slide';
import { expect, test } from './support/test';
import { MARK } from './support/words';

for (const { language, backend } of journeys('webgl')) {
  test(
    `a student works through slide 4.1 in ${language} on ${backend}`,
    longUnless(backend === 'simd'),
    async ({ page }) => {
      test.slow();
      const slide = new Slide(page, language);
      const { t, exercise, figure } = slide;
      await page.goto(`./?lang=${language}&backend=${backend}#/`);
      await page.getByRole('link', { name: t('home:doors.learn.link') }).click();
      await expect(page).toHaveTitle(t('common:title.learn'));
      await slide.expectRecording();
      const covered = t('course:hardAgainstSoft.figure.covered', { angle: '30°' });
      await expect(figure.getByText(covered)).toBeVisible();
      await expect(exercise.getByText(t('course:hardAgainstSoft.predict.waiting')).first()).toBeVisible();

      await slide.predictHump();
      await expect(figure.getByText(covered)).toBeHidden();
      await expect(exercise.getByText(t('course:hardAgainstSoft.observe.outcome.right'))).toBeVisible();
      await expect(exercise.getByText(t('course:hardAgainstSoft.observe.hump'))).toBeVisible();

      await test.step('sees it happen on this machine', async () => {
        const table = page.locator('#tab-7');
        await table.scrollIntoViewIfNeeded();
        const name = t('learn:table.runLabel', { name: t('course:hardAgainstSoft.data.same') });
        await table.getByRole('button', { name }).click();
        const [live = ''] = t('learn:table.live', {
          backend: BACKEND_NAMES[backend],
          seeds: 20,
          step: MARK,
          steps: 500,
        }).split(MARK);
        await expect(table.getByText(live)).toBeVisible({ timeout: 120_000 });
        await table.getByRole('button', { name }).click();
      });

      await test.step('explains, first wrong, then right', async () => {
        const why = exercise.getByRole('group', { name: t('course:hardAgainstSoft.predict.why') });
        for (const [reason, verdict] of [
          ['force', 'wrong'],
          ['balance', 'right'],
        ] as const) {
          await why.getByRole('radio', { name: t(`course:hardAgainstSoft.reason.${reason}.text`) }).check();
          await expect(why.getByText(t(`learn:exercise.${verdict}`), { exact: true })).toBeVisible();
          await expect(why.getByText(t(`course:hardAgainstSoft.reason.${reason}.why`))).toBeVisible();
        }
      });

      const summary = t('learn:progress.summary', { count: 4, all: 4, right: 2, wrong: 1, skipped: 0 });
      await expect(slide.attempts.getByText(summary)).toBeVisible();
      await page.reload();
      await slide.expectRecording();
      await expect(slide.attempts.getByText(summary)).toBeVisible();
      await expect(exercise.getByText(t('course:hardAgainstSoft.observe.outcome.right'))).toBeVisible();

      const { attempts } = await slide.exportedLog();
      expect(attempts.map(({ detail, outcome }) => `${detail.kind} ${outcome}`)).toEqual([
        'prediction recorded',
        'observation right',
        'answer wrong',
        'answer right',
      ]);
    },
  );
}
