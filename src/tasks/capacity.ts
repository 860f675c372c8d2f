/** Tasks that need a trunk of a certain width; see `spec/sources/capacity.ts` for the formulas. */
import { createStream } from '../numeric/random';
import type { CapacitySource } from '../spec/sources/capacity';
import { dot, drawVector } from './directions';
import { drawInputs, drawTasks, labelRows, type SplitNumber, type Teacher } from './drawRows';
import { centredRows, orthonormal } from './orthonormal';
import { drawFeatures, reluTeacher } from './reluTeacher';
import type { TaskSuite } from './taskSuite';

/** @throws RangeError when a linear source has fewer dimensions than tasks, or no more rows than dimensions */
export function drawCapacity(source: CapacitySource, seed: number): TaskSuite {
  const tasks = source.teacher === 'linear' ? linearTasks(source, seed) : reluTasks(source, seed);
  return { inputs: source.dimension, tasks, fresh: null };
}

/** W = U diag(s) V^T with random orthonormal U (d x T) and V (T x T), so that no task is a singular direction by itself. */
function linearTasks(source: CapacitySource, seed: number): TaskSuite['tasks'] {
  const { dimension, singularValues } = source;
  const count = singularValues.length;
  const left = orthonormal(count, (i) => drawVector(createStream(seed, 'capacity.directions', i), dimension));
  const right = orthonormal(count, (i) => drawVector(createStream(seed, 'capacity.rotation', i), count));
  const inputsOf = commonInputs(dimension, seed);
  return drawTasks(source, (task) => {
    const weights = Float64Array.from({ length: dimension }, (_, j) =>
      singularValues.reduce((sum, value, i) => sum + value * (left[i]?.[j] ?? 0) * (right[i]?.[task] ?? 0), 0),
    );
    const teacher: Teacher = (row) => dot(weights, row);
    return (split, rows) => {
      const noise = { level: source.noise, stream: createStream(seed, 'capacity.noise', task, split) };
      return labelRows(inputsOf(split, rows), dimension, [teacher], noise);
    };
  });
}

function commonInputs(dimension: number, seed: number): (split: SplitNumber, rows: number) => Float32Array {
  const drawn = new Map<SplitNumber, Float32Array>();
  return (split, rows) => {
    const inputs = drawn.get(split) ?? centredRows(rows, dimension, createStream(seed, 'capacity.inputs', 0, split));
    drawn.set(split, inputs);
    return inputs;
  };
}

/** No coefficient is near zero: |a| >= 1/2, so no task can do with one unit less. */
function reluTasks(source: CapacitySource, seed: number): TaskSuite['tasks'] {
  const { dimension, features } = source;
  return drawTasks(source, (task) => {
    const owner = source.relation === 'private' ? task + 1 : 0;
    const columns = drawFeatures((i) => createStream(seed, 'capacity.features', owner, i), dimension, features);
    const normals = drawVector(createStream(seed, 'capacity.teacher', task), features);
    const teacher = reluTeacher(
      columns,
      normals.map((z) => (z < 0 ? z - 0.5 : z + 0.5)),
    );
    return (split, rows) => {
      const inputs = drawInputs(createStream(seed, 'capacity.inputs', task + 1, split), rows, dimension);
      const noise = { level: source.noise, stream: createStream(seed, 'capacity.noise', task, split) };
      return labelRows(inputs, dimension, [teacher], noise);
    };
  });
}
