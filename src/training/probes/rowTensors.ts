/** Small tensors that probes of rows are made with. Everything belongs to the surrounding `tidy`. */
import { tensor3d, type Tensor } from '@tensorflow/tfjs-core';
import type { TowerLayout } from '../layout';

export { add, mul, reshape, slice, sub } from '../../tensor/kernels';

export const scalarOf = (value: number): Tensor => tensor3d([value], [1, 1, 1]);

/** [1,1,P]: 1 on the columns of the trunk. */
export function trunkMask(layout: TowerLayout): Tensor {
  const host = new Float32Array(layout.columns).fill(1, 0, layout.trunkColumns);
  return tensor3d(host, [1, 1, layout.columns]);
}
