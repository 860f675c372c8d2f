import { readFile } from 'node:fs/promises';
import { expect, type Locator, type Page } from '@playwright/test';
import type { BackendName } from '../../src/training/events';
import { address } from './address';
import { csvRows } from './csvRows';
import type { Language } from '../../src/i18n/language';
import { shownStep } from './shownStep';
import { MARK, words, type Words } from './words';

export interface LabAddress {
  readonly backend?: BackendName;
  /** Id of a built-in preset. */
  readonly preset?: string;
  /** A preset in the link itself. */
  readonly packed?: string;
}

type Phase = 'loading' | 'ready' | 'running' | 'paused' | 'finished' | 'failed';

/** Software graphics on a busy machine need this long to compile, test themselves and train. */
const PATIENCE = 90_000;

/** The lab as a user sees it: the run's state, its buttons, and what can be taken away. */
export class Lab {
  readonly t: Words;

  constructor(
    readonly page: Page,
    language: Language,
  ) {
    this.t = words(language);
  }

  static async open(
    page: Page,
    language: Language,
    { backend, preset, packed }: LabAddress = {},
    expected: Phase = 'ready',
  ): Promise<Lab> {
    const lab = new Lab(page, language);
    await page.goto(address('/lab', { lang: language, backend, p: preset, x: packed }));
    await lab.expectPhase(expected);
    return lab;
  }

  get transport(): Locator {
    return this.page.getByRole('region', { name: this.t('lab:transport.label'), exact: true });
  }

  button(name: string): Locator {
    return this.page.getByRole('button', { name, exact: true });
  }

  async expectPhase(phase: Phase): Promise<void> {
    await expect(this.transport).toHaveAttribute('data-phase', phase, { timeout: PATIENCE });
  }

  /** Presses run and waits for the end. */
  async runToEnd(): Promise<void> {
    await this.button(this.t('lab:transport.run')).click();
    await this.expectPhase('finished');
  }

  async step(): Promise<number> {
    return shownStep(this.transport);
  }

  async expectStepBeyond(step: number): Promise<void> {
    await expect.poll(() => this.step(), { timeout: PATIENCE, intervals: [50] }).toBeGreaterThan(step);
  }

  /** Steps per second; `null` = as fast as it goes. */
  async setPace(pace: 2 | 10 | 50 | 200 | null): Promise<void> {
    const name = pace === null ? this.t('lab:transport.flat') : String(pace);
    await this.transport.getByRole('radio', { name, exact: true }).check({ force: true });
  }

  /** Types a number into a knob's field. */
  async type(knob: string, value: string): Promise<void> {
    const field = this.page.getByRole('textbox', { name: knob, exact: true });
    await field.fill(value);
    await field.press('Enter');
  }

  /** The line that says that the engine was lost and has gone on. */
  recovered(times: number): Locator {
    const sentence =
      times === 1
        ? this.t('lab:notice.recovered', { step: MARK })
        : this.t('lab:notice.recoveredTimes', { times, step: MARK });
    return this.page.getByRole('status').filter({ hasText: sentence.split(MARK)[0] ?? sentence });
  }

  /** Text of the file that a button saves. */
  async saved(button: string): Promise<string> {
    const [download] = await Promise.all([this.page.waitForEvent('download'), this.button(button).click()]);
    return readFile(await download.path(), 'utf8');
  }

  /** Every number measured, as the page exports it. */
  async csv(): Promise<string> {
    return this.saved(this.t('lab:share.csv'));
  }

  async rows(): Promise<ReturnType<typeof csvRows>> {
    return csvRows(await this.csv());
  }

  /** Opens the list of what was tried, reads it, and closes it. */
  async backendTrials(): Promise<readonly string[]> {
    const { page, t } = this;
    await page.getByRole('button', { name: t('lab:facts.trials') }).click();
    const dialog = page.getByRole('dialog', { name: t('lab:facts.trials') });
    const lines = await dialog.getByRole('listitem').allInnerTexts();
    await page.keyboard.press('Escape');
    await expect(dialog).toBeHidden();
    return lines;
  }
}
