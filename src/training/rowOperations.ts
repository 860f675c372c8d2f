/**
 * What the events of a timeline do to the rows of one network: pure, on numbers read back, in place. Lasting effects of
 * events (other weights of losses, other rates) are in `phase.ts`.
 */
import { diagonalFisher } from '../fusion/diagonalFisher';
import { fuseRows } from '../fusion/fuseRows';
import { pruneRow } from '../compression/prune';
import { quantiseRow } from '../compression/quantise';
import { towerFusion } from '../fusion/towerFusion';
import type { TaskData } from '../tasks/taskSuite';
import type { TimelineEvent } from '../spec/timeline';
import { prefixColumns, type TowerLayout } from './layout';

/** The numbers of one network: T rows of P each, one array per part that the experiment keeps. */
export interface NetworkRows {
  readonly theta: Float32Array;
  /** theta_0 of fusions; empty where nothing is fused. */
  readonly base: Float32Array;
  /** Rows to stay near, and how strongly; empty where nothing is anchored. */
  readonly anchor: Float32Array;
  readonly stiffness: Float32Array;
}

/** Row of a task within a part. */
function rowOf(part: Float32Array, layout: TowerLayout, task: number): Float32Array {
  return part.subarray(task * layout.columns, (task + 1) * layout.columns);
}

/** @param data the network's tasks, in order. @throws RangeError when a task does not exist. */
export function applyToRows(
  event: TimelineEvent,
  rows: NetworkRows,
  layout: TowerLayout,
  data: readonly TaskData[],
): void {
  const trunk = layout.trunkColumns;
  const row = (task: number): Float32Array => rowOf(rows.theta, layout, task);
  switch (event.do) {
    case 'adopt': {
      const source = row(event.task).slice(0, trunk);
      data.forEach((_, task) => row(task).set(source));
      rows.base.set(rows.theta.subarray(0, rows.base.length));
      return;
    }
    case 'fuse': {
      const columns = event.on === 'trunk' ? trunk : layout.columns;
      const towers = event.tasks.map((task) => {
        const own = data[task];
        if (!own) throw new RangeError(`there is no task ${task}`);
        return { row: row(task), data: own };
      });
      const base = rowOf(rows.base, layout, event.tasks[0] ?? 0);
      const fused = fuseRows(event.method, towerFusion(layout, towers, base, event.on)).subarray(0, columns);
      event.tasks.forEach((task) => row(task).set(fused));
      return;
    }
    case 'anchor': {
      const own = data[event.task];
      if (!own) throw new RangeError(`there is no task ${event.task}`);
      const fisher =
        event.penalty === 'ewc'
          ? diagonalFisher(layout, row(event.task), own.shape, own.train.inputs, own.train.rows)
          : null;
      rows.anchor.set(rows.theta);
      rows.stiffness.fill(0);
      data.forEach((_, task) => {
        const stiff = rowOf(rows.stiffness, layout, task);
        // Gradients: 2 lambda (theta - theta*) and lambda F (theta - theta*).
        for (let column = 0; column < trunk; column++) {
          stiff[column] = fisher ? event.lambda * (fisher[column] ?? 0) : 2 * event.lambda;
        }
      });
      return;
    }
    case 'scheme': {
      const { scheme } = event;
      if (scheme.kind !== 'hard') return;
      const tied = prefixColumns(layout, scheme.sharedLayers);
      for (const group of scheme.groups ?? [data.map((_, task) => task)]) tieAtMean(group.map(row), tied);
      return;
    }
    case 'prune':
      data.forEach(({ shape }, task) =>
        row(task).set(pruneRow(layout, row(task), event.on, event.sparsity, shape.outputs)),
      );
      return;
    case 'quantise':
      data.forEach(({ shape }, task) =>
        row(task).set(quantiseRow(layout, row(task), event.on, event.bits, shape.outputs).row),
      );
      return;
    case 'weights':
    case 'rate':
    case 'rows':
      return;
  }
}

function tieAtMean(rows: readonly Float32Array[], columns: number): void {
  for (let column = 0; column < columns; column++) {
    const mean = rows.reduce((sum, row) => sum + (row[column] ?? 0), 0) / rows.length;
    for (const row of rows) row[column] = mean;
  }
}
