/**
 * Two regression tasks whose teachers stand at a chosen angle.
 * linear (LIN): y_t = w_t.x + noise, w_1 = e_1, w_2 = cos e_1 + sin e_2.
 * relu (RF): y_t = a_t.relu(B^T x) + noise, unit columns in B, shared by both tasks; a_2 = cos a_1 + sin a_perp.
 * Inputs are standard normal; each task draws its own. A new seed draws B, a_1, a_perp, inputs and noise anew.
 *
 * Each of these has its own stream, so sweeping the angle, the noise level or the sample counts changes nothing else:
 * the runs of a sweep are paired, and more samples only extend fewer.
 */
import { createStream } from '../numeric/random';
import type { AngleSource } from '../spec/experiment';
import { taskShapes } from '../spec/taskShapes';
import { createTeacher, type Teacher } from './angleTeacher';
import type { TaskData, TaskSplit, TaskSuite } from './taskSuite';

const SPLIT_NUMBER = { train: 0, validation: 1, test: 2 } as const;

/** Where a split's draws come from. */
interface SplitAddress {
  readonly seed: number;
  readonly task: number;
  readonly split: keyof typeof SPLIT_NUMBER;
}

/** Row i, column j of the inputs is normal number i*d+j of the split's stream; its noise is number i of another. */
function drawSplit(teacher: Teacher, source: AngleSource, rows: number, at: SplitAddress): TaskSplit {
  const d = source.dimension;
  const inputStream = createStream(at.seed, 'angle.inputs', at.task, SPLIT_NUMBER[at.split]);
  const noiseStream = createStream(at.seed, 'angle.noise', at.task, SPLIT_NUMBER[at.split]);
  const inputs = new Float32Array(rows * d);
  const targets = new Float32Array(rows);
  const clean = new Float32Array(rows);
  for (let i = 0; i < inputs.length; i++) inputs[i] = inputStream.normal(i);
  for (let row = 0; row < rows; row++) {
    // The teacher sees the stored single-precision inputs, so `clean` is exact for what the networks see.
    const value = teacher(inputs.subarray(row * d, (row + 1) * d));
    clean[row] = value;
    targets[row] = value + source.noise * noiseStream.normal(row);
  }
  return { rows, inputs, targets, clean };
}

/**
 * Draws both tasks. Targets carry noise in every split; `clean` holds the noise-free ones.
 * @throws RangeError when the angle needs a second direction that one dimension (or one feature) does not have.
 */
export function drawAngle(source: AngleSource, seed: number): TaskSuite {
  const tasks = taskShapes(source).map((shape, task): TaskData => {
    const teacher = createTeacher(source, seed, task === 0 ? 0 : source.angle);
    return {
      shape,
      train: drawSplit(teacher, source, source.samples[task] ?? 0, { seed, task, split: 'train' }),
      validation: drawSplit(teacher, source, source.validationSamples, { seed, task, split: 'validation' }),
      test: drawSplit(teacher, source, source.testSamples, { seed, task, split: 'test' }),
    };
  });
  return { inputs: source.dimension, tasks, fresh: null };
}
