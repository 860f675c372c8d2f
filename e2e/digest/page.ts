/** Hands a way of training to a worker, as the lab does with a run. */
import type { Way } from './way';

declare global {
  interface Window {
    /** The digest of runs trained this way. */
    digestBy(way: Way): Promise<string>;
  }
}

window.digestBy = (way) =>
  new Promise((settle, fail) => {
    const worker = new Worker(new URL('./digest.worker.ts', import.meta.url), { type: 'module' });
    worker.onmessage = (event: MessageEvent<string>) => {
      settle(event.data);
      worker.terminate();
    };
    worker.onerror = (event) => fail(new Error(event.message));
    worker.postMessage(way);
  });
