/** Between rows as everyone knows them (`layout.ts`) and rows of whole vectors (`fused/towerPlan.ts`). */
import type { TowerPlan } from '../../fused/towerPlan';
import type { TowerLayout } from '../layout';

interface Stretch {
  readonly plain: number;
  readonly padded: number;
  readonly length: number;
}

/** Stretches of numbers that stay together: a row of weights, or the biases. */
function stretches(layout: TowerLayout, plan: TowerPlan): readonly Stretch[] {
  return plan.layers.flatMap(({ inputs, outputs, width, weights }, index) => {
    const first = layout.layers[index]?.weights ?? 0;
    // The biases follow the weights in both, as one row more.
    return Array.from({ length: inputs + 1 }, (_, input) => {
      return { plain: first + input * outputs, padded: weights + input * width, length: outputs };
    });
  });
}

export interface PaddedRows {
  /** [R, P] to [R, columns of the plan]; what only fills up is zero. */
  pad(rows: Float32Array): Float32Array<ArrayBuffer>;
  /** The same for row `row` of [R, P], into a row in which what only fills up is zero already. */
  padRow(rows: Float32Array, row: number, target: Float32Array): void;
  /** And back. */
  trim(rows: Float32Array): Float32Array<ArrayBuffer>;
}

export function createPaddedRows(layout: TowerLayout, plan: TowerPlan): PaddedRows {
  const parts = stretches(layout, plan);
  const count = (rows: Float32Array, columns: number): number => rows.length / columns;
  function padRow(rows: Float32Array, row: number, target: Float32Array): void {
    for (const { plain, padded, length } of parts) {
      const from = row * layout.columns + plain;
      // Stretches are short: a loop beats the views that `set(subarray)` makes.
      for (let i = 0; i < length; i++) target[padded + i] = rows[from + i] ?? 0;
    }
  }

  return {
    pad(rows) {
      const padded = new Float32Array(count(rows, layout.columns) * plan.columns);
      for (let row = 0; row < count(rows, layout.columns); row++) {
        padRow(rows, row, padded.subarray(row * plan.columns, (row + 1) * plan.columns));
      }
      return padded;
    },
    padRow,
    trim(rows) {
      const plain = new Float32Array(count(rows, plan.columns) * layout.columns);
      for (let row = 0; row < count(rows, plan.columns); row++) {
        for (const { plain: to, padded, length } of parts) {
          const from = row * plan.columns + padded;
          for (let i = 0; i < length; i++) plain[row * layout.columns + to + i] = rows[from + i] ?? 0;
        }
      }
      return plain;
    },
  };
}
