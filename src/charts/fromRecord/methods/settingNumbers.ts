import type { RunRecord } from '../../../record/runRecord';

/**
 * The numbers of one point and arm in an array that has equally many for each setting, [points*arms*M]. `null` when
 * nothing was measured for it: an empty array, or all zeros.
 */
export function settingNumbers(
  { spec }: Pick<RunRecord, 'spec'>,
  values: Float32Array,
  { point, arm }: { readonly point: number; readonly arm: number },
): Float32Array | null {
  const width = values.length / (spec.points.length * spec.arms.length);
  if (!(width > 0)) return null;
  const setting = point * spec.arms.length + arm;
  const numbers = values.subarray(setting * width, (setting + 1) * width);
  return numbers.some((value) => value !== 0) ? numbers : null;
}
