/** The colour of a gain in a cell: brown hurts, teal helps, paper in between; in a few steps, so that it can be read off. */
import { GAIN_SHARES } from '../ui/styles/palette';

/** Index into {@link GAIN_SHARES}: 0 at no gain, the last at `limit` and beyond. */
export function gainLevel(mean: number, limit: number): number {
  if (!(limit > 0) || !Number.isFinite(mean)) return 0;
  const last = GAIN_SHARES.length - 1;
  return Math.min(last, Math.max(0, Math.ceil((Math.abs(mean) / limit) * last - 1e-9)));
}

/** CSS background of a gain. */
export function gainShade(mean: number, limit: number): string {
  return shadeOfLevel(mean < 0 ? -gainLevel(mean, limit) : gainLevel(mean, limit));
}

/** The same for a signed level, for legends. */
export function shadeOfLevel(level: number): string {
  const share = GAIN_SHARES[Math.abs(level)] ?? 0;
  const end = level < 0 ? 'var(--gain-minus)' : 'var(--gain-plus)';
  return `color-mix(in oklab, ${end} ${share * 100}%, var(--paper))`;
}
