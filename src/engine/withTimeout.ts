import { BackendRefused } from './backendRefused';

/**
 * The promise's value, or a refusal with reason `timeout` after `milliseconds`.
 * Asking for a GPU may never be answered (background tabs, drivers that hang).
 */
export async function withTimeout<T>(work: Promise<T>, milliseconds: number, what: string): Promise<T> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const timeout = new Promise<never>((_resolve, reject) => {
    timer = setTimeout(() => {
      reject(new BackendRefused('timeout', `${what}: no answer within ${milliseconds} ms`));
    }, milliseconds);
  });
  try {
    return await Promise.race([work, timeout]);
  } finally {
    clearTimeout(timer);
  }
}
