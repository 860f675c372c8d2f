/** Single-task learning (STL): every row follows its own gradient. The baseline of every transfer gain. */
import type { RowRule } from './rowRule';

export function aloneRule(): RowRule {
  return { tiedLayers: 0, coupledLayers: 0, stiffness: 0, coupling: 'gradient' };
}
