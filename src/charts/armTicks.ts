import type { ArmMark } from '../ui/armMark';
import { textWidth } from './textWidth';

/**
 * What is written under each arm of an axis `width` wide: the lambda of soft arms (with its letter once), `null` where it would touch its
 * neighbour. Alone and hard have glyphs and are always there.
 */
export function armTicks(arms: readonly ArmMark[], width: number, fontSize: number): readonly (string | null)[] {
  const step = width / Math.max(1, arms.length);
  let free = 0;
  let named = false;
  return arms.map((arm, index) => {
    const center = (index + 0.5) * step;
    // The first one says what the numbers are.
    const text = arm.kind !== 'soft' ? null : named ? arm.shortLabel.replace('λ ', '') : arm.shortLabel;
    const half = text === null ? fontSize * 0.6 : textWidth(text, fontSize) / 2 + fontSize * 0.25;
    const next = arms[index + 1];
    const blocked = next !== undefined && next.kind !== 'soft' && center + half > (index + 1.5) * step - fontSize * 0.6;
    if (text !== null && (center - half < free || blocked)) return null;
    free = center + half;
    named ||= text !== null;
    return text;
  });
}
