import { useMemo } from 'react';
import { landscapeGrid, LOWEST_MEAN, PARETO_LINE } from '../../../charts/fromRecord/methods/landscapeGrid';
import { landscapeWays } from '../../../charts/fromRecord/methods/landscapeView';
import type { RunMarks } from '../../../charts/fromRecord/useRunMarks';
import { LandscapeMap } from '../../../charts/methods/LandscapeMap';
import type { RunRecord } from '../../../record/runRecord';

const AXES = ['x', 'y'] as const;

export interface LandscapeWaysProps {
  readonly record: RunRecord;
  readonly marks: RunMarks;
  readonly evaluation: number;
}

/** The map of the two losses, and how far each method has come from every start. */
export function LandscapeWays({ record, marks, evaluation }: LandscapeWaysProps) {
  const grid = useMemo(() => landscapeGrid(), []);
  const methods = useMemo(
    () => marks.arms.map((arm, index) => ({ arm, runs: landscapeWays(record, index, evaluation) })),
    [record, marks.arms, evaluation],
  );
  return <LandscapeMap grid={grid} methods={methods} pareto={PARETO_LINE} goal={LOWEST_MEAN} axes={AXES} />;
}
