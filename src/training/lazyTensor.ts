import { keep, type Tensor } from '@tensorflow/tfjs-core';

/** A tensor that is made when it is first asked for, and kept until `dispose` whatever `tidy` surrounds the asking. */
export interface LazyTensor {
  get(): Tensor;
  dispose(): void;
}

export function lazyTensor(make: () => Tensor): LazyTensor {
  let made: Tensor | null = null;
  return {
    get: () => (made ??= keep(make())),
    dispose() {
      made?.dispose();
      made = null;
    },
  };
}
