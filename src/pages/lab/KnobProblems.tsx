import { useMemo } from 'react';
import type { SpecProblem } from '../../spec/specProblem';
import styles from './Knobs.module.css';
import { useLabState } from './LabContext';
import { useProblemWords } from './useProblemWords';

export interface KnobProblemsProps {
  /** Where the knob's setting stands in the preset. */
  readonly path: readonly (string | number)[];
  /** Only what is said of the place itself, not of what is within. */
  readonly exactly?: boolean;
}

/** What stands in the way of the draft and belongs to this knob, in the spec's own sentences. */
export function KnobProblems({ path, exactly = false }: KnobProblemsProps) {
  const problems = useLabState((state) => state.problems);
  const describe = useProblemWords();
  const mine = useMemo(() => problems.filter((problem) => isAt(problem, path, exactly)), [problems, path, exactly]);
  return mine.map((problem) => {
    const sentence = describe(problem);
    return (
      <p key={sentence} className={styles.problem}>
        {sentence}
      </p>
    );
  });
}

function isAt(problem: SpecProblem, path: KnobProblemsProps['path'], exactly: boolean): boolean {
  return path.every((key, at) => problem.path[at] === key) && (!exactly || problem.path.length === path.length);
}
