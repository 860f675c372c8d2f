/** What the networks of the first seed answer for the first test rows. */
import type { TaskShape } from '../../spec/taskShape';
import type { CohortData } from '../cohortData';
import { SHOWN_ROWS } from '../events';

/** Class of the largest output; 0 or 1 of the first logit; or the first output itself. */
function answer(shape: TaskShape, outputs: ArrayLike<number>, at: number): number {
  switch (shape.loss) {
    case 'softmax': {
      let top = 0;
      for (let j = 1; j < shape.outputs; j++) if ((outputs[at + j] ?? 0) > (outputs[at + top] ?? 0)) top = j;
      return top;
    }
    case 'sigmoid':
      return (outputs[at] ?? 0) > 0 ? 1 : 0;
    case 'mse':
      return outputs[at] ?? 0;
  }
}

/** @param outputs [R, n, O] on the test rows. @returns [points*arms * T * SHOWN_ROWS]; 0 beyond the last row. */
export function shownPredictions(data: CohortData, outputs: Float32Array): Float32Array {
  const { spec, tasks } = data;
  const settings = spec.points.length * spec.arms.length;
  const rows = settings * spec.seeds.length * tasks;
  const perRow = outputs.length / rows;
  const result = new Float32Array(settings * tasks * SHOWN_ROWS);
  const shapes = (data.suites[0]?.tasks ?? []).map((task) => task.shape);
  for (let setting = 0; setting < settings; setting++) {
    shapes.forEach((shape, task) => {
      const row = setting * spec.seeds.length * tasks + task;
      for (let i = 0; i < Math.min(SHOWN_ROWS, perRow / data.outputs); i++) {
        const at = row * perRow + i * data.outputs;
        result[(setting * tasks + task) * SHOWN_ROWS + i] = answer(shape, outputs, at);
      }
    });
  }
  return result;
}
