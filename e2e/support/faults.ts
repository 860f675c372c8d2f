import type { Page, Worker } from '@playwright/test';

/** The worker that trains now. */
function trainer(page: Page): Worker {
  const worker = page.workers().findLast((each) => each.url().includes('lab.worker'));
  if (worker === undefined) throw new Error('no worker is training');
  return worker;
}

/** Ends the worker without a word, as a browser short of memory does: nothing tells the page. */
export async function killWorker(page: Page): Promise<void> {
  await trainer(page).evaluate(() => self.close());
}

/** An exception nobody catches, deep in the training code. */
export async function crashWorker(page: Page): Promise<void> {
  await trainer(page).evaluate(() => {
    setTimeout(() => {
      throw new Error('planted');
    });
  });
}

/** What a worker does when its graphics driver tells it that the device is gone. */
export async function loseBackend(page: Page): Promise<void> {
  await trainer(page).evaluate(() => self.dispatchEvent(new Event('losebackend')));
}

/** Keeps hold of the WebGL context of every worker, so that `loseContext` can take it away. */
export async function holdContexts(page: Page): Promise<void> {
  await page.route('**/lab.worker-*.js', async (route) => {
    const response = await route.fetch();
    await route.fulfill({ response, body: `${HOLD}\n${await response.text()}` });
  });
}

const HOLD = `{
  const ask = OffscreenCanvas.prototype.getContext;
  OffscreenCanvas.prototype.getContext = function (...wish) { return (self.heldContext = ask.apply(this, wish)); };
}`;

/** Loses the context for real, through the browser's own extension for it. */
export async function loseContext(page: Page): Promise<void> {
  await trainer(page).evaluate(() => {
    const { heldContext } = self as unknown as { heldContext: WebGL2RenderingContext };
    heldContext.getExtension('WEBGL_lose_context')?.loseContext();
  });
}
