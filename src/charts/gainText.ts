/** How a gain is written: `+12 ± 3%`, its verdict with an arrow. Shapes say the sign, never red and green. */
import { formatInterval } from '../ui/formatInterval';
import type { GainVerdict } from './chartProps';

export const VERDICT_ARROW: Readonly<Record<GainVerdict, string>> = { helps: '▲', hurts: '▼', undecided: '–' };

export interface GainNumber {
  readonly mean: number;
  readonly halfWidth: number | null;
}

export function gainText({ mean, halfWidth }: GainNumber, unit: 'ratio' | 'absolute'): string {
  return formatInterval(mean, halfWidth, { style: unit === 'ratio' ? 'percent' : 'number', signed: true });
}

/** A half width that can be drawn; a single seed has none. */
export function drawnHalfWidth(halfWidth: number | null): number {
  return halfWidth !== null && Number.isFinite(halfWidth) ? halfWidth : 0;
}
