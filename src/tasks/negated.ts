/** A task and its twin or opposite (`spec/sources/negated.ts`): the tasks of `angle` at 0 or 180 degrees, same draws. */
import type { NegatedSource } from '../spec/sources/negated';
import { drawAngle } from './angle';
import type { TaskSuite } from './taskSuite';

export function drawNegated({ sign, ...source }: NegatedSource, seed: number): TaskSuite {
  return drawAngle({ ...source, source: 'angle', teacher: 'relu', angle: sign === 1 ? 0 : 180 }, seed);
}
