import type { PresetScheme } from '../../spec/preset';

/** A λ that no soft scheme has yet: ten times the largest, or 0.01 where there is none. */
export function nextLambda(schemes: readonly PresetScheme[]): number {
  const present = schemes.flatMap((scheme) => (scheme.scheme === 'soft' ? [scheme.lambda] : []));
  const largest = Math.max(0, ...present);
  if (largest === 0) return 0.01;
  // Written as a decimal, not as 0.30000000000000004.
  return Number((largest * 10).toPrecision(3));
}
