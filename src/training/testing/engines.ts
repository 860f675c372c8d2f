/** Trainers on an engine chosen by name, for claims that hold on every one. Not part of the product. */
import type { ExperimentSpec } from '../../spec/experiment';
import { createTrainer } from '../createTrainer';
import { createSimdRowPrograms } from '../simd/simdRowPrograms';
import type { Trainer } from '../trainer';
import { useBackend } from './backends';

export type CreateTestTrainer = (spec: ExperimentSpec) => Trainer;

/** Opens an engine: a backend of TensorFlow.js for all programs, or fused steps that leave nothing to TensorFlow.js. */
export async function trainersOn(engine: 'cpu' | 'wasm' | 'simd'): Promise<CreateTestTrainer> {
  if (engine !== 'simd') {
    await useBackend(engine);
    return (spec) => createTrainer(spec);
  }
  const fused = await createSimdRowPrograms();
  return (spec) =>
    createTrainer(spec, {
      backend: 'simd',
      rowPrograms(...group) {
        const program = fused(...group);
        if (!program) throw new Error('no fused program');
        return program;
      },
    });
}
