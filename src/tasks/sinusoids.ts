/** Sinusoids to learn, and others to learn from; see `spec/sources/sinusoids.ts` for the formula. */
import { sinDegrees } from '../numeric/elementary';
import { createStream, type RandomStream } from '../numeric/random';
import type { SinusoidsSource } from '../spec/sources/sinusoids';
import { drawTasks, labelRows, SPLIT_NUMBER, type Teacher } from './drawRows';
import type { TaskSuite } from './taskSuite';

const AMPLITUDE = { min: 0.1, max: 5 } as const;
const REACH = 5;
const DEGREES_PER_RADIAN = 180 / Math.PI;

/** Sub-index of the draws of the tasks of the suite, and of those that are learnt from. */
const HELD_OUT = 0;
const LEARNT_FROM = 1;

export function drawSinusoids(source: SinusoidsSource, seed: number): TaskSuite {
  const teacherOf = (task: number, kind: number, iteration: number): Teacher => {
    const amplitude = between(createStream(seed, 'sinusoids.amplitude', kind, iteration), task, AMPLITUDE);
    const phase = 360 * createStream(seed, 'sinusoids.phase', kind, iteration).uniform(task);
    return (row) => amplitude * sinDegrees((row[0] ?? 0) * DEGREES_PER_RADIAN + phase);
  };
  return {
    inputs: 1,
    tasks: drawTasks(source, (task) => (split, rows) => {
      const inputs = points(createStream(seed, 'sinusoids.inputs', task, split), rows);
      return labelRows(inputs, 1, [teacherOf(task, HELD_OUT, 0)], null);
    }),
    fresh: (step, batch) => {
      const iteration = Math.floor(step / source.innerSteps);
      return Array.from({ length: source.taskCount }, (_, task) => {
        const inputs = points(createStream(seed, 'sinusoids.inputs', task, SPLIT_NUMBER.fresh, iteration), batch);
        return labelRows(inputs, 1, [teacherOf(task, LEARNT_FROM, iteration)], null);
      });
    },
  };
}

function points(stream: RandomStream, rows: number): Float32Array {
  return Float32Array.from({ length: rows }, (_, row) => between(stream, row, { min: -REACH, max: REACH }));
}

function between(
  stream: RandomStream,
  index: number,
  { min, max }: { readonly min: number; readonly max: number },
): number {
  return min + (max - min) * stream.uniform(index);
}
