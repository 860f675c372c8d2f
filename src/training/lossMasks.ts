import { tensor3d } from '@tensorflow/tfjs-core';
import { laneCount, type ExperimentSpec, type Loss } from '../spec/experiment';
import type { TaskShape } from '../spec/taskShape';
import type { LossMasks } from './losses';

/** Low enough that its exponential is zero in float32, far from the end of half floats' range on weak GPUs. */
const NEVER = -1e4;

/**
 * The masks of a cohort; see {@link LossMasks}. The caller disposes them with {@link disposeMasks}.
 * @param outputScales one per row of theta
 */
export function createLossMasks(
  spec: ExperimentSpec,
  shapes: readonly TaskShape[],
  outputs: number,
  outputScales: readonly number[] = [],
): LossMasks {
  const lanes = laneCount(spec);
  const rows = lanes * shapes.length;
  const kinds = [...new Set<Loss>(shapes.map((shape) => shape.loss))];
  const perRow = (values: (shape: TaskShape) => readonly number[], width: number) => {
    const pattern = shapes.flatMap((shape) => values(shape));
    const host = Float32Array.from({ length: rows * width }, (_, i) => pattern[i % pattern.length] ?? 0);
    return tensor3d(host, [rows, 1, width]);
  };
  const lacking = shapes.some((shape) => shape.loss === 'softmax' && shape.outputs < outputs);
  return {
    kinds,
    rows: kinds.length === 1 ? [] : kinds.map((kind) => perRow((shape) => [shape.loss === kind ? 1 : 0], 1)),
    missing: lacking
      ? perRow((shape) => Array.from({ length: outputs }, (_, j) => (j < shape.outputs ? 0 : NEVER)), outputs)
      : null,
    outputScale: outputScales.every((factor) => factor === 1) ? null : tensor3d([...outputScales], [rows, 1, 1]),
  };
}

export function disposeMasks(masks: LossMasks): void {
  for (const part of [...masks.rows, masks.missing, masks.outputScale]) part?.dispose();
}
