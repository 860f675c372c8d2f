import { effectiveArm } from '../../record/effectiveArm';
import type { RunRecord } from '../../record/runRecord';
import type { ArmSpec } from '../../spec/experiment';

/**
 * The arms of a run as the knobs last left them: with every live change, and with their timelines still ahead of them, as a
 * draft has them too.
 */
export function adjustedArms({ spec, adjustments }: Pick<RunRecord, 'spec' | 'adjustments'>): readonly ArmSpec[] {
  const still = { ...spec, arms: spec.arms.map((arm): ArmSpec => ({ ...arm, timeline: [] })) };
  return spec.arms.map(({ timeline }, arm) => ({
    // A change is effective from the step after it was made; the newest ones count too.
    ...effectiveArm({ spec: still, adjustments }, arm, Number.POSITIVE_INFINITY),
    timeline,
  }));
}
