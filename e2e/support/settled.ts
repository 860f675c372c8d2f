import type { Page } from '@playwright/test';

/** Waits until what was changed has been laid out and drawn, and no transition is under way. */
export async function settled(page: Page): Promise<void> {
  await page.evaluate(async () => {
    const frames = async (): Promise<void> => {
      for (let frame = 0; frame < 3; frame += 1) await new Promise(requestAnimationFrame);
    };
    await frames();
    const finite = document.getAnimations().filter((each) => each.effect?.getComputedTiming().iterations !== Infinity);
    await Promise.allSettled(finite.map((each) => each.finished));
    await frames();
  });
}
