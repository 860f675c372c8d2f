import { PLAIN_POINT } from '../../spec/plain';
import type { ArmSpec, ExperimentSpec } from '../../spec/experiment';

/**
 * The preset's experiment at one angle with three arms: alone, soft at the chosen lambda, and the hard end of the axis.
 * Model, data and training stay the preset's.
 * @throws RangeError when the preset has no angle tasks or lacks one of the three schemes
 */
export function settingSpec(
  preset: ExperimentSpec,
  setting: { readonly angle: number; readonly lambda: number; readonly seeds: number },
): ExperimentSpec {
  const tasks = preset.points[0]?.tasks;
  const alone = preset.arms.find((arm) => arm.scheme.kind === 'alone');
  const soft = preset.arms.find((arm) => arm.scheme.kind === 'soft');
  const hard = preset.arms.filter((arm) => arm.scheme.kind === 'hard').sort((a, b) => tied(b) - tied(a))[0];
  if (tasks?.source !== 'angle' || alone === undefined || soft?.scheme.kind !== 'soft' || hard === undefined) {
    throw new RangeError('the preset has no angle to turn, or lacks alone, soft or hard');
  }
  return {
    ...preset,
    points: [{ ...PLAIN_POINT, value: setting.angle, tasks: { ...tasks, angle: setting.angle } }],
    arms: [
      { ...alone, id: 'alone' },
      { ...soft, id: 'soft', scheme: { ...soft.scheme, lambda: setting.lambda } },
      { ...hard, id: 'hard' },
    ],
    seeds: Array.from({ length: setting.seeds }, (_, index) => (preset.seeds[0] ?? 0) + index),
  };
}

function tied({ scheme }: ArmSpec): number {
  return scheme.kind === 'hard' ? scheme.sharedLayers : 0;
}
