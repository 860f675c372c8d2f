import { useLabState } from '../LabContext';

/** The arm a picture of one arm shows: the one chosen on the desk where it is among those that can be shown, else the first. */
export function useOneArm(offered: readonly number[]): number | null {
  const chosen = useLabState((state) => state.arm);
  return chosen !== null && offered.includes(chosen) ? chosen : (offered[0] ?? null);
}
