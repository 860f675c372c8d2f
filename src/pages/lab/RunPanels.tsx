import { lazy, Suspense, useMemo } from 'react';
import { StepScrubber } from '../../charts/StepScrubber';
import { isLandscape } from '../../charts/fromRecord/methods/landscapeView';
import { useRunMarks } from '../../charts/fromRecord/useRunMarks';
import type { ShownRun } from '../../charts/fromRecord/useShownRecord';
import { effectiveArm } from '../../record/effectiveArm';
import type { RunRecord } from '../../record/runRecord';
import type { ArmSpec } from '../../spec/experiment';
import { isRowScheme } from '../../spec/scheme';
import { ComparePanel } from './ComparePanel';
import { Curves } from './Curves';
import { FactsPanel } from './FactsPanel';
import { GainPanel } from './GainPanel';
import { GradientPanel } from './GradientPanel';
import { DistancePanel } from './DistancePanel';
import { Hero } from './Hero';
import { useLab, useLabState } from './LabContext';
import styles from './LabDesk.module.css';
import { useTimelineMarks } from './methods/useTimelineMarks';
import { SharePanel } from './SharePanel';
import { useAdjustmentMarks } from './useAdjustmentMarks';
import { useRunFocus } from './useRunFocus';

const MethodPanels = lazy(async () => ({ default: (await import('./methods/MethodPanels')).MethodPanels }));

export interface RunPanelsProps {
  readonly shown: ShownRun;
  readonly record: RunRecord;
}

function isRow(arm: ArmSpec | undefined): boolean {
  return arm !== undefined && isRowScheme(arm.scheme);
}

/** Every picture of the run, all of the same moment. */
export function RunPanels({ shown, record }: RunPanelsProps) {
  const { session } = useLab();
  const wanted = useLabState((state) => state.point);
  const point = Math.min(wanted, record.spec.points.length - 1);
  const { spec, adjustments: changes } = record;
  // A live change renames the arm at once: a soft arm is called by the λ it has now. What its timeline does to it does not.
  const arms = useMemo(() => {
    const written = { ...spec, arms: spec.arms.map((arm) => ({ ...arm, timeline: [] })) };
    return written.arms.map((_, arm) =>
      effectiveArm({ spec: written, adjustments: changes }, arm, Number.POSITIVE_INFINITY),
    );
  }, [spec, changes]);
  const marks = useRunMarks({ arms, model: spec.model }, record.tasks);
  // Networks that mix activations have no rows to compare: no distances, no cosines.
  const rowMarks = useMemo(
    () => ({ ...marks, arms: marks.arms.filter((_, arm) => isRow(spec.arms[arm])) }),
    [marks, spec.arms],
  );
  const focus = useRunFocus(session, record, shown.cursor);
  const adjustments = useTimelineMarks(spec, marks, useAdjustmentMarks(record.adjustments));
  const steps = useMemo(() => record.evaluations.map((evaluation) => evaluation.step), [record.evaluations]);
  const evaluation = shown.cursor ?? -1;
  const lastStep = record.spec.training.steps;
  // Points on a map have no layers, and no gradients that anyone measures.
  const onMap = isLandscape(record);
  return (
    <>
      <div className={styles.centre} aria-busy={shown.phase === 'loading'} id="lab-figure">
        <Hero record={record} marks={marks} point={point} evaluation={evaluation} />
        <StepScrubber
          steps={steps}
          lastStep={lastStep}
          cursor={shown.cursor}
          onCursorChange={(cursor) => session.scrub(cursor)}
          adjustments={adjustments}
        />
        <Curves
          record={record}
          pinned={shown.pinned}
          marks={marks}
          point={point}
          focus={focus}
          adjustments={adjustments}
        />
        <Suspense>
          <MethodPanels {...{ record, marks, point, evaluation, focus, adjustments }} />
        </Suspense>
      </div>
      <div className={styles.right}>
        <GainPanel record={record} marks={marks} point={point} evaluation={evaluation} />
        {!onMap && <DistancePanel record={record} marks={rowMarks} point={point} focus={focus} />}
        {!onMap && (
          <GradientPanel record={record} marks={rowMarks} point={point} focus={focus} adjustments={adjustments} />
        )}
        <FactsPanel record={record} marks={marks} phase={shown.phase} />
        <ComparePanel record={record} pinned={shown.pinned} marks={marks} />
        <SharePanel record={record} />
      </div>
    </>
  );
}
