/**
 * Magnitude pruning (Han et al. 2015), all layers of the part ranked together: the floor(s P) weights of smallest absolute
 * value become zero, P the number of weights (biases stay); of equals the one that stands first in the row goes first.
 */
import { partOf } from '../fusion/partOf';
import type { Part, Row, TowerShape } from '../fusion/towerShape';
import { weightColumns } from './weightColumns';

/**
 * A pruned copy of a tower's row.
 * @param sparsity part of the weights that becomes zero, 0 .. 1
 * @param outputs output width of the task
 */
export function pruneRow(tower: TowerShape, row: Row, on: Part, sparsity: number, outputs: number): Float64Array {
  const columns = weightColumns(tower, on, outputs).flat();
  const pruned = Float64Array.from(row);
  const order = columns.toSorted((a, b) => Math.abs(row[a] ?? 0) - Math.abs(row[b] ?? 0) || a - b);
  for (const column of order.slice(0, partOf(sparsity, columns.length))) pruned[column] = 0;
  return pruned;
}
