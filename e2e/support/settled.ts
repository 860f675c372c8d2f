import type { Page } from '@playwright/test';

/** Waits until what was changed has been laid out and drawn, and no transition is under way. */
export async function settled(page: Page): Promise<void> {
  await page.evaluate(async () => {
    // Drawn in software, a page is now and then owed a frame after its window has changed: what it would show is laid out.
    const within = (milliseconds: number, what: Promise<unknown>): Promise<unknown> =>
      Promise.race([what, new Promise((resolve) => setTimeout(resolve, milliseconds))]);
    const frames = async (): Promise<void> => {
      for (let frame = 0; frame < 3; frame += 1) await within(500, new Promise(requestAnimationFrame));
    };
    await frames();
    const finite = document.getAnimations().filter((each) => each.effect?.getComputedTiming().iterations !== Infinity);
    await within(3000, Promise.allSettled(finite.map((each) => each.finished)));
    await frames();
  });
}
