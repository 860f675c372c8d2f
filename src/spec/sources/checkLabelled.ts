import { LIMITS } from '../limits';
import type { SpecProblem } from '../specProblem';

type Path = readonly (string | number)[];

/** Whether `labelled` has one entry per task, and none asks for more than the `max` rows of the training split. */
export function checkLabelled(
  tasks: readonly string[],
  labelled: readonly (number | null)[] | undefined,
  max: number,
  path: Path,
): readonly SpecProblem[] {
  if (labelled === undefined) return [];
  const length: SpecProblem[] =
    labelled.length === tasks.length
      ? []
      : [{ path, code: 'length-mismatch', params: { found: labelled.length, expected: tasks.length } }];
  const amounts = labelled.flatMap((found, index): SpecProblem[] =>
    found === null || found <= max
      ? []
      : [{ path: [...path, index], code: 'labelled-too-many', params: { found, min: LIMITS.samples.min, max } }],
  );
  return [...length, ...amounts];
}
