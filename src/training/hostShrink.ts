/** The exact steps that no tensor program takes: l1 and trace penalties, lane by lane, in doubles. */
import { shrinkAbsolute, shrinkTrace } from '../sharing/proximalRows';
import type { RowRule } from '../sharing/rowRule';
import type { TrainingSpec } from '../spec/experiment';
import { prefixColumns, type TowerLayout } from './layout';
import { scheduledRate, type LaneRate } from './rateTable';

/** Shrinks theta [L*T*P] in place after the step number `step`. */
export type HostShrink = (
  theta: Float32Array,
  training: TrainingSpec,
  rates: readonly LaneRate[],
  step: number,
) => void;

/** Where the layers lie in rows, with or without numbers that only fill up. */
interface RowLayout {
  readonly layers: readonly { readonly weights: number; readonly biases: number; readonly end: number }[];
  readonly columns: number;
}

/**
 * Shrinks the rows [T*P] of one network in place; does nothing where the penalty is squared.
 * @param strength learning rate x lambda
 */
export function shrinkNetwork(
  rows: Float32Array,
  rule: RowRule,
  layout: RowLayout,
  tasks: number,
  strength: number,
): void {
  if (rule.penalty === 'l1') {
    shrinkAbsolute(rows, tasks, layout.columns, prefixColumns(layout, rule.coupledLayers), strength);
  } else if (rule.penalty === 'trace') {
    for (const layer of layout.layers.slice(0, rule.coupledLayers)) {
      // Biases are no features that tasks could share: the matrix of a layer is its weights.
      shrinkTrace(rows, tasks, layout.columns, layer.weights, layer.biases, strength);
    }
  }
}

/** `null` when no lane has such a penalty. @param rules one per lane */
export function createHostShrink(rules: readonly RowRule[], layout: TowerLayout, tasks: number): HostShrink | null {
  if (rules.every((rule) => rule.penalty === 'squared')) return null;
  const size = tasks * layout.columns;
  return (theta, training, rates, step) => {
    rules.forEach((rule, lane) => {
      const rate = rates[lane];
      if (!rate) return;
      const strength = scheduledRate(training, rate, step) * rule.stiffness;
      shrinkNetwork(theta.subarray(lane * size, (lane + 1) * size), rule, layout, tasks, strength);
    });
  };
}
