import { useMemo, useState } from 'react';
import type { StepFocus } from './stepFocus';

/** The page's shared step, or, for a chart on its own, one that it keeps itself. */
export function useStepFocus(shared: StepFocus | undefined): StepFocus {
  const [hoverStep, onHoverStep] = useState<number | null>(null);
  const [pinnedStep, onPinStep] = useState<number | null>(null);
  const own = useMemo(() => ({ hoverStep, pinnedStep, onHoverStep, onPinStep }), [hoverStep, pinnedStep]);
  return shared ?? own;
}
