/** What stands at the ends of lines (or at the marked step): where, and which number. */
import { spreadLabels } from './spreadLabels';
import { nearestIndex } from './nearestIndex';
import type { PanelBox } from './panelLayout';
import type { PanelLine } from './panelLine';
import type { PlotScale } from './plotScale';

export interface LineEnd {
  readonly line: PanelLine;
  /** Where the line is. */
  readonly x: number;
  readonly y: number;
  /** Where its label is, moved apart from the others; `null` = there is no room for it. */
  readonly labelY: number | null;
  readonly value: number;
}

/**
 * Of more lines than there is room for labels, evenly many from the highest to the lowest have one, both ends among them.
 * @param step marked step, `null` = the newest of each line. Lines without a place there are left out.
 * @param emphasis arm whose lines have their labels in any case
 */
export function lineEnds(
  lines: readonly PanelLine[],
  step: number | null,
  x: PlotScale,
  y: PlotScale,
  box: PanelBox,
  labelHeight: number,
  emphasis: string | null = null,
): readonly LineEnd[] {
  const ends = lines.flatMap((line) => {
    const { steps, mean } = line.points;
    const index = step === null ? steps.length - 1 : nearestIndex(steps, step);
    const value = mean[index];
    if (value === undefined) return [];
    const place = y.place(value);
    if (!Number.isFinite(place)) return [];
    return [{ line, x: x.place(steps[index] ?? 0), y: Math.min(Math.max(place, box.top), box.bottom), value }];
  });
  const named = labelled(ends, Math.floor((box.bottom - box.top) / labelHeight) + 1, emphasis);
  const places = spreadLabels(
    named.map((index) => ends[index]?.y ?? 0),
    labelHeight,
    [box.top, box.bottom],
  );
  return ends.map((end, i) => ({ ...end, labelY: places[named.indexOf(i)] ?? null }));
}

/** Indices of the ends that have a label. */
function labelled(
  ends: readonly Pick<LineEnd, 'line' | 'y'>[],
  room: number,
  emphasis: string | null,
): readonly number[] {
  const order = ends.map((_, index) => index).sort((a, b) => (ends[a]?.y ?? 0) - (ends[b]?.y ?? 0));
  if (order.length <= room) return order;
  const chosen = order.filter((index) => ends[index]?.line.arm.id === emphasis);
  const left = Math.max(0, room - chosen.length);
  const others = order.filter((index) => !chosen.includes(index));
  const even = Array.from(
    { length: left },
    (_, i) => others[Math.round((i * (others.length - 1)) / Math.max(1, left - 1))],
  );
  return [...new Set([...chosen, ...even.flatMap((index) => index ?? [])])];
}
