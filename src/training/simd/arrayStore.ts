/** Data in the memory of the kernels; an array that is asked for twice lies there once, so equal inputs have equal addresses. */
import type { MemoryPlanner, Region, SimdMemory } from './simdMemory';

export interface ArrayStore {
  /** Inputs [rows, d], as they are. */
  inputs(array: Float32Array): Region;
  /** Targets [rows, outputs], as rows of whole vectors. */
  targets(array: Float32Array, outputs: number): Region;
  /** Copies everything that was asked for. */
  fill(memory: SimdMemory): void;
}

/** Copies rows of `from` numbers into rows of `to` numbers. */
export function widenRows(target: Float32Array, source: Float32Array, from: number, to: number): void {
  for (let row = 0; row * from < source.length; row++) {
    for (let j = 0; j < from; j++) target[row * to + j] = source[row * from + j] ?? 0;
  }
}

/** @param width of a row of targets */
export function createArrayStore(planner: MemoryPlanner, width: number): ArrayStore {
  const inputs = new Map<Float32Array, Region>();
  const targets = new Map<Float32Array, { readonly region: Region; readonly outputs: number }>();
  return {
    inputs(array) {
      const region = inputs.get(array) ?? planner.take(array.length);
      inputs.set(array, region);
      return region;
    },
    targets(array, outputs) {
      const known = targets.get(array) ?? { region: planner.take((array.length / outputs) * width), outputs };
      targets.set(array, known);
      return known.region;
    },
    fill(memory) {
      for (const [array, region] of inputs) memory.floats(region).set(array);
      for (const [array, { region, outputs }] of targets) widenRows(memory.floats(region), array, outputs, width);
    },
  };
}
