import type { BenchAnswer, BenchRequest } from './protocol';

type Kind = BenchRequest['kind'];

/** Gives a worker one purpose: to answer requests of one kind. An error ends up as the error of the worker. */
export function answerRequests<K extends Kind>(
  kind: K,
  answer: (request: Extract<BenchRequest, { kind: K }>) => Promise<BenchAnswer>,
): void {
  const isMine = (request: BenchRequest): request is Extract<BenchRequest, { kind: K }> => request.kind === kind;
  self.onmessage = ({ data }: MessageEvent<BenchRequest>): void => {
    if (!isMine(data)) throw new TypeError(`this worker answers ${kind}, not ${data.kind}`);
    answer(data).then(
      (result) => self.postMessage(result),
      (error: unknown) => {
        setTimeout(() => {
          throw error;
        });
      },
    );
  };
}
