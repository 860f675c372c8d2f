import { useMemo, useState } from 'react';
import { nearestIndex } from '../../charts/nearestIndex';
import type { StepFocus } from '../../charts/stepFocus';
import type { RunRecord } from '../../record/runRecord';
import type { Session } from '../../session/session';

/**
 * One marked step for every chart. A click on a chart is the same as moving the scrubber there: towers, gains and
 * distances show that moment too.
 */
export function useRunFocus(session: Session, record: RunRecord, cursor: number | null): StepFocus {
  const [hoverStep, onHoverStep] = useState<number | null>(null);
  const steps = useMemo(() => record.evaluations.map((evaluation) => evaluation.step), [record.evaluations]);
  return useMemo(
    () => ({
      hoverStep,
      pinnedStep: cursor === null ? null : (steps[cursor] ?? null),
      onHoverStep,
      onPinStep: (step) => session.scrub(step === null ? null : nearestIndex(steps, step)),
    }),
    [hoverStep, cursor, steps, session],
  );
}
