/** The outer step of meta-learning on the rows of one network (`metaStep.ts` on plain arrays). */
import { isOuterStep, outerRate, type MetaCycle } from '../metaCycle';

/** @param rows theta [T*P] after the inner step @param gradient [T*P] of this step @param common [T*P] */
export function takeOuterStep(
  cycle: MetaCycle,
  step: number,
  rows: Float32Array,
  gradient: Float32Array,
  common: Float32Array,
  tasks: number,
): void {
  if (!isOuterStep(cycle, step)) return;
  const rate = outerRate(cycle, step);
  const columns = rows.length / tasks;
  const reptile = cycle.method === 'reptile';
  for (let column = 0; column < columns; column++) {
    let sum = 0;
    for (let task = 0; task < tasks; task++) sum += (reptile ? rows : gradient)[task * columns + column] ?? 0;
    const mean = sum / tasks;
    for (let task = 0; task < tasks; task++) {
      const at = task * columns + column;
      const start = common[at] ?? 0;
      const moved = reptile ? start + rate * (mean - start) : start - rate * mean;
      common[at] = moved;
      rows[at] = moved;
    }
  }
}
