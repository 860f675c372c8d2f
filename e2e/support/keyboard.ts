import { expect, type Locator, type Page } from '@playwright/test';

/** More stops than any screen has before its main control. */
const FAR = 80;

/** Reaches a control as one does without a mouse: tab by tab, each stop visibly focused. */
export async function tabTo(page: Page, target: Locator): Promise<number> {
  for (let stops = 1; stops <= FAR; stops += 1) {
    await page.keyboard.press('Tab');
    if (await target.evaluate((element) => element === document.activeElement)) return stops;
  }
  await expect(target, `not reached with ${FAR} tabs`).toBeFocused();
  return FAR;
}
