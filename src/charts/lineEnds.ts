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
  /** Where its label is, moved apart from the others. */
  readonly labelY: number;
  readonly value: number;
}

/** @param step marked step, `null` = the newest of each line. Lines without a place there are left out. */
export function lineEnds(
  lines: readonly PanelLine[],
  step: number | null,
  x: PlotScale,
  y: PlotScale,
  box: PanelBox,
  labelHeight: number,
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
  const places = spreadLabels(
    ends.map((end) => end.y),
    labelHeight,
    [box.top, box.bottom],
  );
  return ends.map((end, i) => ({ ...end, labelY: places[i] ?? end.y }));
}
