import type { RunRecord } from '../../../record/runRecord';
import { useLabState } from '../LabContext';

/**
 * The arm a picture of one arm shows: the one chosen on the desk where it is among those that can be shown, else the
 * first that shares one trunk, else the first.
 */
export function useOneArm({ spec }: Pick<RunRecord, 'spec'>, offered: readonly number[]): number | null {
  const chosen = useLabState((state) => state.arm);
  if (chosen !== null && offered.includes(chosen)) return chosen;
  return offered.find((arm) => spec.arms[arm]?.scheme.kind === 'hard') ?? offered[0] ?? null;
}
