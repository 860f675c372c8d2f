/** The stroke of a scheme: which width token it has and how it is broken up. Dashes are multiples of the line width. */
import type { ArmMark } from './armMark';

export interface Stroke {
  /** CSS custom property that holds the width in pixels. */
  readonly width: '--line-alone' | '--line-soft' | '--line-hard';
  /** Empty = solid. */
  readonly dash: readonly number[];
  readonly cap: 'butt' | 'round';
}

/**
 * Alone: dots. Hard: one heavy line, and heavy long dashes for further hard arms. Soft: dashes, longer the harder the
 * pull. Everything else: dash and dot.
 */
export function strokeOf({ kind, tension }: Pick<ArmMark, 'kind' | 'tension'>): Stroke {
  if (kind === 'alone') return { width: '--line-alone', dash: [0.01, 2.4], cap: 'round' };
  if (kind === 'hard')
    return { width: '--line-hard', dash: tension >= 0.5 ? [] : [1 + 10 * tension, 0.7], cap: 'butt' };
  if (kind === 'mixed') return { width: '--line-soft', dash: [2 + 5 * tension, 1.5, 0.8, 1.5], cap: 'butt' };
  return { width: '--line-soft', dash: [2 + 6 * tension, 1.8], cap: 'butt' };
}

/** `stroke-dasharray` in pixels for a line of the given width. */
export function dashArray(stroke: Stroke, width: number): string {
  return stroke.dash.length === 0 ? 'none' : stroke.dash.map((part) => (part * width).toFixed(2)).join(' ');
}
