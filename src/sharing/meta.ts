/**
 * Meta-learning of a common start. Within a cycle every row follows its own task; the outer step is in
 * `training/metaStep.ts`. Reptile (Nichol, Achiam & Schulman 2018, arXiv 1803.02999): theta <- theta + eps mean(rows - theta).
 * First-order MAML (Finn et al. 2017): theta <- theta - rate mean of the gradients at the adapted rows.
 */
import { FREE_ROWS, type RowRule } from './rowRule';

export function metaRule(): RowRule {
  return FREE_ROWS;
}
