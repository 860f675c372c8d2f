/** Runs the benchmark in a worker, as the lab itself runs, and hands the result to whoever drives this page. */
import type { BenchRequest, BenchRow } from './protocol';

declare global {
  interface Window {
    bench: (request: BenchRequest) => Promise<readonly BenchRow[]>;
  }
}

window.bench = (request) =>
  new Promise((resolve, reject) => {
    const worker = new Worker(new URL('./bench.worker.ts', import.meta.url), { type: 'module' });
    worker.onmessage = ({ data }: MessageEvent<readonly BenchRow[]>) => {
      worker.terminate();
      resolve(data);
    };
    worker.onerror = (event) => reject(new Error(event.message));
    worker.postMessage(request);
  });
