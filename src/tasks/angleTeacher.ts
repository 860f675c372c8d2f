import { createStream } from '../numeric/random';
import type { AngleSource } from '../spec/experiment';
import { dot, drawPerpendicular, drawVector, turn } from './directions';

/** The noise-free target of one row of inputs. */
export type Teacher = (row: ArrayLike<number>) => number;

function linearTeacher(dimension: number, angle: number): Teacher {
  const e = (axis: number) => Float64Array.from({ length: dimension }, (_, i) => (i === axis ? 1 : 0));
  const weights = turn(e(0), angle, () => e(1));
  return (row) => dot(weights, row);
}

/** d x q, stored column after column; columns are normal directions of length 1. More features only append columns. */
function drawFeatures(seed: number, dimension: number, features: number): readonly Float64Array[] {
  return Array.from({ length: features }, (_, column) => {
    const direction = drawVector(createStream(seed, 'angle.features', column), dimension);
    const length = Math.sqrt(dot(direction, direction));
    return direction.map((value) => value / length);
  });
}

function reluTeacher(source: AngleSource, seed: number, angle: number): Teacher {
  const columns = drawFeatures(seed, source.dimension, source.features);
  const first = drawVector(createStream(seed, 'angle.teacher'), source.features);
  const outer = turn(first, angle, () => drawPerpendicular(seed, first));
  return (row) => {
    let sum = 0;
    columns.forEach((column, k) => {
      sum += (outer[k] ?? 0) * Math.max(0, dot(column, row));
    });
    return sum;
  };
}

/**
 * The teacher at `angle` degrees from the first task's, which is the one at 0.
 * @throws RangeError when the angle needs a second direction and there is only one.
 */
export function createTeacher(source: AngleSource, seed: number, angle: number): Teacher {
  return source.teacher === 'linear' ? linearTeacher(source.dimension, angle) : reluTeacher(source, seed, angle);
}
