import type { LandscapeSource } from '../spec/sources/landscape';
import { landscape } from '../spec/sources/landscape';
import type { TaskSplit, TaskSuite } from './taskSuite';

/**
 * The landscape has no data: its losses are formulas (`landscapeFunctions.ts`), trained by `training/landscape`. What is
 * drawn here says just that, one row of nothing per part, so that whatever lists suites need not know.
 */
export function drawLandscape(source: LandscapeSource, _seed: number): TaskSuite {
  const inputs = new Float32Array(1);
  const nothing: TaskSplit = { rows: 1, inputs, targets: new Float32Array(1), clean: null };
  return {
    inputs: 1,
    tasks: landscape.shapes(source).map((shape) => ({ shape, train: nothing, validation: nothing, test: nothing })),
    fresh: null,
  };
}
