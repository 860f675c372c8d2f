/** Node's, where there is one. */
interface WithImmediate {
  setImmediate(callback: () => void): unknown;
}

/**
 * A function that lets everything else waiting on this thread have its turn: messages, timers.
 * Not `setTimeout`, which browsers clamp to 4 ms and more; not `requestAnimationFrame`, which stops in hidden tabs.
 */
export function createMacrotaskYield(): () => Promise<void> {
  const scope: object = globalThis;
  if (hasImmediate(scope)) {
    return () =>
      new Promise((resolve) => {
        scope.setImmediate(resolve);
      });
  }
  const channel = new MessageChannel();
  const waiting: (() => void)[] = [];
  channel.port1.onmessage = () => waiting.shift()?.();
  return () =>
    new Promise((resolve) => {
      waiting.push(resolve);
      channel.port2.postMessage(null);
    });
}

function hasImmediate(scope: object): scope is WithImmediate {
  return 'setImmediate' in scope && typeof scope.setImmediate === 'function';
}
