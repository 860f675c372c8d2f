import { useEffect, useState } from 'react';
import { LAST_STEP } from './syntheticRun';

/** The last step, or, live, up to it and then again: 20 updates a second. */
export function useLiveStep(live: boolean): number {
  const [step, setStep] = useState(live ? 0 : LAST_STEP);
  useEffect(() => {
    if (!live) return;
    const timer = setInterval(() => setStep((last) => (last >= LAST_STEP ? 0 : last + 5)), 50);
    return () => clearInterval(timer);
  }, [live]);
  return step;
}
