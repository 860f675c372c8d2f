/** Full-batch gradients of the unweighted losses of all rows, for probes: what a step follows may be weighted and sampled. */
import type { Tensor } from '@tensorflow/tfjs-core';
import { lossScale, overArms, splitTargets, type CohortData } from './cohortData';
import type { TowerLayout } from './layout';
import { lazyTensor } from './lazyTensor';

import { outputGradient, type LossMasks } from './losses';
import { gradient } from './network';
import type { SplitTensors } from './splitTensors';

export interface FullGradient {
  /** [R, P] at theta [R, P]; call inside of `tidy`. */
  at(theta: Tensor): Tensor;
  dispose(): void;
}

/** @param splits, @param masks of the cohort, which keeps them. Targets are uploaded when first needed. */
export function createFullGradient(
  data: CohortData,
  layout: TowerLayout,
  splits: SplitTensors,
  masks: LossMasks,
): FullGradient {
  const targets = lazyTensor(() => splitTargets(data, 'train'));
  const scale = lazyTensor(() => lossScale(data, null));
  const repeated = (perDataRow: Tensor): Tensor => overArms(data.spec, perDataRow, data.tasks);
  return {
    at: (theta) =>
      gradient(layout, theta, splits.inputs('train'), (outputs) =>
        outputGradient(outputs, repeated(targets.get()), repeated(scale.get()), masks),
      ),
    dispose() {
      targets.dispose();
      scale.dispose();
    },
  };
}
