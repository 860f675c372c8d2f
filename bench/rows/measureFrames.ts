/** Frames the page paints and how fast it pauses, idle against training flat out. */
import type { Browser } from 'playwright';

export interface FrameMeasurements {
  /** Frames per second. */
  readonly idle: number[];
  readonly busy: number[];
  /** Milliseconds from the click to the state that says it. */
  readonly pauses: number[];
}

/** @param address a lab page with a preset */
export async function measureFrames(browser: Browser, address: string, repeats: number): Promise<FrameMeasurements> {
  const page = await browser.newPage({ viewport: { width: 1440, height: 900 } });
  await page.goto(address);
  await page.locator('[data-phase=ready], [data-phase=empty]').first().waitFor({ timeout: 60_000 });
  const play = page.locator('[data-phase] button').first();
  const running = page.locator('[data-phase=running]');

  const frames = (): Promise<number> =>
    page.evaluate(async (milliseconds) => {
      const start = performance.now();
      let count = 0;
      while (performance.now() - start < milliseconds) {
        await new Promise((next) => requestAnimationFrame(next));
        count++;
      }
      return (1000 * count) / (performance.now() - start);
    }, 2000);

  /** Time from the click to the state that says it: the worker has stopped and the page knows. */
  const pause = (): Promise<number> =>
    page.evaluate(async () => {
      const desk = document.querySelector('[data-phase]');
      const button = desk?.querySelector('button');
      if (!desk || !button) throw new Error('the page has no play button');
      const start = performance.now();
      button.click();
      while (desk.getAttribute('data-phase') === 'running') await new Promise((next) => setTimeout(next, 1));
      return performance.now() - start;
    });

  const result: FrameMeasurements = { idle: [], busy: [], pauses: [] };
  // A first run loads the training code; every chart is opened; then idle and busy take turns.
  await play.click();
  await running.waitFor({ timeout: 60_000 });
  await page.waitForTimeout(1500);
  await page.evaluate(() => document.querySelectorAll('details').forEach((details) => (details.open = true)));
  await pause();
  for (let round = 0; round < repeats; round++) {
    await page.waitForTimeout(500);
    result.idle.push(await frames());
    await play.click();
    await running.waitFor();
    await page.waitForTimeout(500);
    result.busy.push(await frames());
    result.pauses.push(await pause());
  }
  await page.close();
  return result;
}
