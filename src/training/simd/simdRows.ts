/** Where the rows of a cohort lie in the memory of the kernels. */
import type { TowerPlan } from '../../fused/towerPlan';
import type { MemoryPlanner, Region, SimdMemory } from './simdMemory';

const FLOAT = 4;

export interface SimdRows {
  /** theta, slots, companions: [R, P] each. */
  readonly parts: readonly Region[];
  /** Address of row `row` of part `part`. */
  at(part: number, row: number): number;
  /** The T rows of a lane in part `part`. */
  lane(memory: SimdMemory, part: number, lane: number): Float32Array<ArrayBuffer>;
}

/** @param count parts @param rows R @param tasks T */
export function planRows(
  planner: MemoryPlanner,
  tower: TowerPlan,
  count: number,
  rows: number,
  tasks: number,
): SimdRows {
  const parts = Array.from({ length: count }, () => planner.take(rows * tower.columns));
  const part = (index: number): Region => {
    const found = parts[index];
    if (!found) throw new RangeError(`the cohort has no state ${index}`);
    return found;
  };
  const rowBytes = tower.columns * FLOAT;
  return {
    parts,
    at: (index, row) => part(index).address + row * rowBytes,
    lane: (memory, index, lane) =>
      memory.floats({ address: part(index).address + lane * tasks * rowBytes, length: tasks * tower.columns }),
  };
}
