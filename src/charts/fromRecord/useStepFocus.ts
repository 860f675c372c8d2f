import { useMemo, useState } from 'react';
import type { StepFocus } from '../stepFocus';

/** One marked step for all charts of a page. */
export function useStepFocus(): StepFocus {
  const [hoverStep, onHoverStep] = useState<number | null>(null);
  const [pinnedStep, onPinStep] = useState<number | null>(null);
  return useMemo(() => ({ hoverStep, pinnedStep, onHoverStep, onPinStep }), [hoverStep, pinnedStep]);
}
