import { readFile } from 'node:fs/promises';
import { expect, type Locator, type Page } from '@playwright/test';
import type { Language } from '../../src/i18n/language';
import { MARK, words, type Words } from './words';

/** What the exported log of attempts holds, as far as tests read it. */
export interface Log {
  readonly attempts: readonly {
    readonly exercise: string;
    readonly outcome: string;
    readonly detail: { readonly kind: string };
  }[];
}

/** Slide 4.1 as a student sees it. */
export class Slide {
  readonly t: Words;

  constructor(
    readonly page: Page,
    language: Language,
  ) {
    this.t = words(language);
  }

  get figure(): Locator {
    return this.page.locator('#fig-7');
  }

  /** The exercise in which a curve is drawn before it is seen. */
  get exercise(): Locator {
    return this.page.getByRole('region', { name: this.t('course:hardAgainstSoft.predict.title') });
  }

  get attempts(): Locator {
    return this.page.getByRole('region', { name: this.t('learn:progress.title') });
  }

  async expectRecording(): Promise<void> {
    await expect(this.figure.getByRole('gridcell').first()).toBeVisible();
  }

  /** Draws a curve with its top in the middle, by the keyboard alone, and hands it in. */
  async predictHump(): Promise<void> {
    const { page, exercise, t } = this;
    const [prefix = ''] = t('charts:predict.handle', { arm: MARK }).split(MARK);
    const handles = exercise.getByRole('slider', { name: new RegExp(`^${prefix}`) });
    await handles.first().focus();
    const places = await handles.count();
    const middle = Math.floor(places / 2);
    for (let place = 1; place < places; place += 1) {
      await page.keyboard.press('ArrowRight');
      await page.keyboard.press(place < middle ? 'ArrowUp' : place === middle ? 'End' : 'Home');
    }
    await expect(exercise.getByText(t('charts:predict.complete'))).toBeVisible();
    await exercise.getByRole('button', { name: t('course:hardAgainstSoft.predict.commit') }).focus();
    await page.keyboard.press('Enter');
  }

  /** The log as the student hands it in. */
  async exportedLog(): Promise<Log> {
    const button = this.attempts.getByRole('button', { name: this.t('learn:progress.export') });
    const [download] = await Promise.all([this.page.waitForEvent('download'), button.click()]);
    return JSON.parse(await readFile(await download.path(), 'utf8')) as Log;
  }
}
