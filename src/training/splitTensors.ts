/** The inputs of every split on the device: uploaded once, when a split is first asked for. */
import type { Tensor } from '@tensorflow/tfjs-core';
import { overArms, splitInputs, type CohortData, type SplitName } from './cohortData';
import { lazyTensor, type LazyTensor } from './lazyTensor';

export interface SplitTensors {
  /** Inputs [R, n, d] of a split; belong to the surrounding `tidy`. */
  inputs(split: SplitName): Tensor;
  dispose(): void;
}

export function createSplitTensors(data: CohortData): SplitTensors {
  const perDataRow: Readonly<Record<SplitName, LazyTensor>> = {
    train: lazyTensor(() => splitInputs(data, 'train')),
    validation: lazyTensor(() => splitInputs(data, 'validation')),
    test: lazyTensor(() => splitInputs(data, 'test')),
  };
  return {
    inputs: (split) => overArms(data.spec, perDataRow[split].get(), data.tasks),
    dispose() {
      for (const tensor of Object.values(perDataRow)) tensor.dispose();
    },
  };
}
