/** Every screen in both languages, every theme, wide and narrow: nothing that axe objects to, nothing cut off. */
import { findings } from './support/findings';
import { openScreen, SCREENS } from './support/screens';
import { settled } from './support/settled';
import { sidewaysOverflow } from './support/sidewaysOverflow';
import { expect, test } from './support/test';
import { LANGUAGES } from '../src/i18n/language';
import { words } from './support/words';

// Nothing in motion while contrast is measured.
test.use({ reducedMotion: 'reduce' });

const SIZES = [
  { width: 1440, height: 900 },
  { width: 390, height: 844 },
];
/** The narrowest window that must do (WCAG 1.4.10), and the large one magnified twice. */
const CROWDED = [
  { width: 320, height: 640 },
  { width: 720, height: 450 },
];
const THEMES = ['light', 'dark', 'projector'] as const;

for (const language of LANGUAGES) {
  for (const screen of SCREENS) {
    test(`${screen.name} in ${language}`, async ({ page }) => {
      const t = words(language);
      await openScreen(page, screen, language);
      for (const size of SIZES) {
        await page.setViewportSize(size);
        for (const theme of screen.shell ? THEMES : (['projector'] as const)) {
          const place = `${theme}, ${size.width} wide`;
          if (screen.shell) await page.getByLabel(t('common:theme.label')).selectOption(theme);
          await settled(page);
          expect.soft(await findings(page), place).toEqual([]);
          expect.soft(await sidewaysOverflow(page), place).toEqual([]);
        }
      }
      if (screen.shell) await page.getByLabel(t('common:theme.label')).selectOption('light');
      for (const size of CROWDED) {
        await page.setViewportSize(size);
        await settled(page);
        expect.soft(await sidewaysOverflow(page), `${size.width} wide`).toEqual([]);
      }
    });
  }
}
