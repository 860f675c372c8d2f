/**
 * Tasks whose teachers stand on common random features or on their own (RF; see `spec/sources/related.ts`).
 * Features, coefficients, inputs and noise have their own streams, each task its own within them: a change of one
 * task's rows, of the noise or of another task's relation leaves all other draws as they were.
 */
import { createStream } from '../numeric/random';
import type { RelatedSource } from '../spec/sources/related';
import { drawVector } from './directions';
import { drawInputs, drawTasks, labelRows, type Teacher } from './drawRows';
import { drawFeatures, reluTeacher } from './reluTeacher';
import type { TaskSuite } from './taskSuite';

/** Owner of the common features; task t's own are number t + 1. */
const COMMON = 0;

export function drawRelated(source: RelatedSource, seed: number): TaskSuite {
  const { dimension, features } = source;
  const inputsOf = createInputs(source, seed);
  const tasks = drawTasks(source, (task) => {
    const owner = source.relation[task] === 'private' ? task + 1 : COMMON;
    const columns = drawFeatures(
      (column) => createStream(seed, 'related.features', owner, column),
      dimension,
      features,
    );
    const teachers = Array.from({ length: source.tasks[task]?.outputs ?? 1 }, (_, output): Teacher => {
      return reluTeacher(columns, drawVector(createStream(seed, 'related.teacher', task, output), features));
    });
    return (split, rows) => {
      const noise = { level: source.noise, stream: createStream(seed, 'related.noise', task, split) };
      return labelRows(inputsOf(task, split, rows), dimension, teachers, noise);
    };
  });
  return { inputs: dimension, tasks, fresh: null };
}

/** Common inputs of equal length are one object; a task with fewer rows has the first of the same rows. */
function createInputs(
  { dimension, inputs: whose }: RelatedSource,
  seed: number,
): (task: number, split: number, rows: number) => Float32Array {
  const drawn = new Map<string, Float32Array>();
  return (task, split, rows) => {
    const owner = whose === 'own' ? task + 1 : COMMON;
    const key = [owner, split, rows].join();
    const inputs = drawn.get(key) ?? drawInputs(createStream(seed, 'related.inputs', owner, split), rows, dimension);
    drawn.set(key, inputs);
    return inputs;
  };
}
