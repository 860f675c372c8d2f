import type { Page, Worker } from '@playwright/test';

/** `lab`: the worker that trains, or has a run trained; `shard`: one of those that train a part of it. */
export type WorkerName = 'lab' | 'shard';

/** The youngest worker of that name. */
function youngest(page: Page, name: WorkerName): Worker {
  const worker = page.workers().findLast((each) => each.url().includes(`${name}.worker`));
  if (worker === undefined) throw new Error(`there is no ${name} worker`);
  return worker;
}

/** Ends a worker without a word, as a browser short of memory does: nothing tells the page. */
export async function killWorker(page: Page, name: WorkerName = 'lab'): Promise<void> {
  await youngest(page, name).evaluate(() => self.close());
}

/** An exception nobody catches, deep in the training code. */
export async function crashWorker(page: Page, name: WorkerName = 'lab'): Promise<void> {
  await youngest(page, name).evaluate(() => {
    setTimeout(() => {
      throw new Error('planted');
    });
  });
}

/** What a worker does when its graphics driver tells it that the device is gone. */
export async function loseBackend(page: Page): Promise<void> {
  await youngest(page, 'lab').evaluate(() => self.dispatchEvent(new Event('losebackend')));
}

/** Lets the worker run `code` before its own: scripts given to the page do not reach it. */
export async function plantInWorker(page: Page, code: string): Promise<void> {
  await page.route('**/lab.worker-*.js', async (route) => {
    const response = await route.fetch();
    await route.fulfill({ response, body: `${code}\n${await response.text()}` });
  });
}

/** Keeps hold of the WebGL context of the worker, so that `loseContext` can take it away. */
export async function holdContexts(page: Page): Promise<void> {
  await plantInWorker(page, HOLD);
}

const HOLD = `{
  const ask = OffscreenCanvas.prototype.getContext;
  OffscreenCanvas.prototype.getContext = function (...wish) { return (self.heldContext = ask.apply(this, wish)); };
}`;

/** Loses the context for real, through the browser's own extension for it. */
export async function loseContext(page: Page): Promise<void> {
  await youngest(page, 'lab').evaluate(() => {
    const { heldContext } = self as unknown as { heldContext: WebGL2RenderingContext };
    heldContext.getExtension('WEBGL_lose_context')?.loseContext();
  });
}
