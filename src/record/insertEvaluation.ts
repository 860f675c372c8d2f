import type { Evaluation } from '../training/events';

/**
 * The list with one more evaluation, ascending by step; one of a known step takes its place.
 * Copies references, never the arrays of an evaluation. The usual case, a later step, needs no search.
 */
export function insertEvaluation(list: readonly Evaluation[], evaluation: Evaluation): readonly Evaluation[] {
  const last = list.at(-1);
  if (last === undefined || last.step < evaluation.step) return [...list, evaluation];
  const index = list.findIndex((entry) => entry.step >= evaluation.step);
  const replaced = list[index]?.step === evaluation.step ? 1 : 0;
  return list.toSpliced(index, replaced, evaluation);
}
