import type { Tensor } from '@tensorflow/tfjs-core';

/** The numbers of a tensor, which is freed. A copy: the wasm backend may hand out a view of its heap. */
export async function readBack(tensor: Tensor): Promise<Float32Array> {
  const values = await tensor.data();
  tensor.dispose();
  return Float32Array.from(values as Float32Array);
}
