/** Runs the benchmark in a worker, as the lab itself runs, and hands the result to whoever drives this page. */
import type { BenchAnswer, BenchRequest } from './protocol';

declare global {
  interface Window {
    bench: (request: BenchRequest) => Promise<BenchAnswer>;
  }
}

/** The bundler finds workers by these very expressions. */
const spawn = {
  plain: () => new Worker(new URL('./plain.worker.ts', import.meta.url), { type: 'module' }),
  graphics: () => new Worker(new URL('./graphics.worker.ts', import.meta.url), { type: 'module' }),
};

window.bench = (request) =>
  new Promise((resolve, reject) => {
    const worker = spawn[request.kind]();
    worker.onmessage = ({ data }: MessageEvent<BenchAnswer>) => {
      worker.terminate();
      resolve(data);
    };
    worker.onerror = (event) => reject(new Error(event.message));
    worker.postMessage(request);
  });
