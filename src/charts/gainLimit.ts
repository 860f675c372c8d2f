import type { GainNumber } from './gainText';
import { drawnHalfWidth } from './gainText';

const ENDS = [0.01, 0.02, 0.05, 0.1, 0.2, 0.3, 0.5, 0.6, 0.75, 1, 1.5, 2, 3, 4, 5, 6, 8, 10, 20, 50, 100];

/** Symmetric end of a gain axis: the next round number above every bar and interval (intervals at most twice the largest bar). */
export function gainLimit(bars: readonly GainNumber[]): number {
  const largest = Math.max(0, ...bars.map((bar) => Math.abs(bar.mean)));
  const reach = Math.max(0, ...bars.map((bar) => Math.abs(bar.mean) + drawnHalfWidth(bar.halfWidth)));
  const wanted = Math.min(reach, largest * 2 || reach);
  return ENDS.find((end) => end >= wanted) ?? (wanted > 0 ? wanted : 0.1);
}
