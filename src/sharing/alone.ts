/** Single-task learning (STL): every row follows its own gradient. The baseline of every transfer gain. */
import { FREE_ROWS, type RowRule } from './rowRule';

export function aloneRule(): RowRule {
  return FREE_ROWS;
}
