import { expect, type Page } from '@playwright/test';
import { address } from './address';
import type { Language } from '../../src/i18n/language';
import { words, type Words } from './words';

interface Picture {
  /** Accessible name of the figure. */
  readonly name: string;
  /** What is there once it is drawn; the code that draws may come later than the words. */
  readonly drawn: string;
}

export interface Screen {
  readonly name: string;
  readonly route: string;
  /** Text of the main heading. */
  readonly heading: (t: Words) => string;
  /** The pictures the screen is for; none for screens of words alone. */
  readonly figures: (t: Words) => readonly Picture[];
  /** Has the header with the switches for language and theme. */
  readonly shell: boolean;
}

const nothing = (): readonly Picture[] => [];

const CURVES = 'canvas';
const BARS = '.recharts-surface';

const phaseDiagram = (t: Words): Picture => ({
  name: t('charts:phase.title', {
    row: t('course:hardAgainstSoft.figure.rowAxis'),
    column: t('course:hardAgainstSoft.figure.columnAxis'),
  }),
  drawn: '[role="gridcell"]',
});

const slices = (t: Words): Picture => ({
  name: t('charts:slice.title', { quantity: t('course:hardAgainstSoft.figure.gain') }),
  drawn: BARS,
});

/** Every address of the page, and what must be seen there. */
export const SCREENS: readonly Screen[] = [
  {
    name: 'home',
    route: '/',
    heading: (t) => t('home:lead'),
    figures: (t) => [{ name: t('charts:loss.title'), drawn: CURVES }],
    shell: true,
  },
  {
    name: 'slide to read',
    route: '/learn/4.1',
    heading: (t) => t('course:hardAgainstSoft.title'),
    figures: (t) => [phaseDiagram(t), slices(t)],
    shell: true,
  },
  {
    name: 'slide to present',
    route: '/present/4.1',
    heading: (t) => `4.1 ${t('course:hardAgainstSoft.title')}`,
    figures: (t) => [phaseDiagram(t)],
    shell: false,
  },
  {
    name: 'lab',
    route: '/lab',
    heading: (t) => t('lab:title'),
    figures: (t) => [
      { name: t('charts:loss.title'), drawn: CURVES },
      { name: t('charts:gain.title'), drawn: BARS },
      { name: t('charts:distance.title'), drawn: 'svg' },
    ],
    shell: true,
  },
  {
    name: 'broken link',
    route: '/lab?x=d1:AAAA',
    heading: (t) => t('lab:badLink.title'),
    figures: nothing,
    shell: true,
  },
  {
    name: 'slide not built',
    route: '/learn/7.2',
    heading: (t) => t('learn:unknown.title', { id: '7.2' }),
    figures: nothing,
    shell: true,
  },
  {
    name: 'no such page',
    route: '/nowhere',
    heading: (t) => t('common:notFound.title'),
    figures: nothing,
    shell: true,
  },
];

/** Opens a screen and waits until everything it is for is there. */
export async function openScreen(page: Page, screen: Screen, language: Language): Promise<void> {
  const t = words(language);
  await page.goto(address(screen.route, { lang: language }));
  await expect(page.getByRole('heading', { level: 1, name: screen.heading(t) })).toBeAttached();
  for (const { name, drawn } of screen.figures(t)) {
    await expect(page.getByRole('figure', { name, exact: true }).locator(drawn).first()).toBeVisible();
  }
}
