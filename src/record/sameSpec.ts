import type { ExperimentSpec } from '../spec/experiment';

/** Whether two specs say the same, in the same order of keys (specs come from one `resolve` or are clones of one). */
export function sameSpec(a: ExperimentSpec, b: ExperimentSpec): boolean {
  return a === b || JSON.stringify(a) === JSON.stringify(b);
}
