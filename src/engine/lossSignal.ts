import type { BackendLoss } from './liveBackend';

/** A loss that is told once, whatever reports it first. */
export interface LossSignal {
  readonly lost: Promise<BackendLoss>;
  isLost(): boolean;
  report(loss: BackendLoss): void;
  /** From now on nothing is a loss: the backend is being given up on purpose. */
  silence(): void;
}

export function createLossSignal(): LossSignal {
  let known = false;
  let silent = false;
  const { promise, resolve } = withResolvers<BackendLoss>();
  return {
    lost: promise,
    isLost: () => known,
    report: (loss) => {
      if (silent || known) return;
      known = true;
      resolve(loss);
    },
    silence: () => {
      silent = true;
    },
  };
}

/** `Promise.withResolvers`, which Safari 16 and Node 20 do not have. */
function withResolvers<T>(): { readonly promise: Promise<T>; readonly resolve: (value: T) => void } {
  let resolve: (value: T) => void = () => undefined;
  const promise = new Promise<T>((settle) => {
    resolve = settle;
  });
  return { promise, resolve };
}
