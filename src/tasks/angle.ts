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
import type { AngleSource } from '../spec/taskSource';
import { createTeacher } from './angleTeacher';
import { drawInputs, drawTasks, labelRows } from './drawRows';
import type { TaskSuite } from './taskSuite';

/**
 * Draws both tasks. Targets carry noise in every split; `clean` holds the noise-free ones.
 * @throws RangeError when the angle needs a second direction that one dimension (or one feature) does not have.
 */
export function drawAngle(source: AngleSource, seed: number): TaskSuite {
  const { dimension } = source;
  const tasks = drawTasks(source, (task) => {
    const teacher = createTeacher(source, seed, task === 0 ? 0 : source.angle);
    return (split, rows) => {
      const inputs = drawInputs(createStream(seed, 'angle.inputs', task, split), rows, dimension);
      const noise = { level: source.noise, stream: createStream(seed, 'angle.noise', task, split) };
      return labelRows(inputs, dimension, [teacher], noise);
    };
  });
  return { inputs: dimension, tasks, fresh: null };
}
