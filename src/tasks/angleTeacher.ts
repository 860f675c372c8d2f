import { createStream } from '../numeric/random';
import type { AngleSource } from '../spec/taskSource';
import { dot, drawPerpendicular, drawVector, turn } from './directions';
import type { Teacher } from './drawRows';
import { drawFeatures, reluTeacher } from './reluTeacher';

function linearTeacher(dimension: number, angle: number): Teacher {
  const e = (axis: number) => Float64Array.from({ length: dimension }, (_, i) => (i === axis ? 1 : 0));
  const weights = turn(e(0), angle, () => e(1));
  return (row) => dot(weights, row);
}

function featureTeacher(source: AngleSource, seed: number, angle: number): Teacher {
  const streamOf = (column: number) => createStream(seed, 'angle.features', column);
  const columns = drawFeatures(streamOf, source.dimension, source.features);
  const first = drawVector(createStream(seed, 'angle.teacher'), source.features);
  const perpendicular = () => drawPerpendicular(createStream(seed, 'angle.perpendicular'), first);
  return reluTeacher(columns, turn(first, angle, perpendicular));
}

/**
 * The teacher at `angle` degrees from the first task's, which is the one at 0.
 * @throws RangeError when the angle needs a second direction and there is only one.
 */
export function createTeacher(source: AngleSource, seed: number, angle: number): Teacher {
  return source.teacher === 'linear' ? linearTeacher(source.dimension, angle) : featureTeacher(source, seed, angle);
}
