import type { TFunction } from 'i18next';
import { formatMean } from '../ui/formatInterval';
import type { ArmMark } from '../ui/armMark';
import type { Slice } from './chartProps';
import { joinSentences } from './joinSentences';

export type SliceShape = 'down' | 'up' | 'valley' | 'hill';

/**
 * The shape of a slice by its ends and extremes: a valley or a hill when the best inner place is beyond both ends by
 * more than a twentieth of the whole range, else up or down. `null` with fewer than two points.
 */
export function sliceShape(means: readonly number[]): { readonly shape: SliceShape; readonly at: number } | null {
  const [first, last] = [means[0], means.at(-1)];
  if (first === undefined || last === undefined || means.length < 2) return null;
  const [low, high] = [Math.min(...means), Math.max(...means)];
  const margin = (high - low) / 20;
  const valley = Math.min(first, last) - low > margin;
  const hill = high - Math.max(first, last) > margin;
  if (valley && (!hill || Math.min(first, last) - low >= high - Math.max(first, last))) {
    return { shape: 'valley', at: means.indexOf(low) };
  }
  if (hill) return { shape: 'hill', at: means.indexOf(high) };
  return last < first ? { shape: 'down', at: means.length - 1 } : { shape: 'up', at: means.length - 1 };
}

const KEYS = {
  down: 'slice.summaryDown',
  up: 'slice.summaryUp',
  valley: 'slice.summaryValley',
  hill: 'slice.summaryHill',
} as const;

/** One sentence per slice. */
export function sliceSummary(
  slices: readonly Slice[],
  arms: readonly ArmMark[],
  quantity: string,
  kind: 'gain' | 'error',
  t: TFunction<'charts'>,
): string {
  const write = (value: number): string =>
    kind === 'gain' ? formatMean(value, { style: 'percent', signed: true }) : formatMean(value);
  return joinSentences(
    slices.map(({ title, points }) => {
      const known = arms.flatMap((arm) => {
        const point = points.find((candidate) => candidate.arm === arm.id);
        return point === undefined ? [] : [{ arm: arm.label, mean: point.mean }];
      });
      const shape = sliceShape(known.map((point) => point.mean));
      const [first, last, best] = [known[0], known.at(-1), known[shape?.at ?? -1]];
      if (shape === null || first === undefined || last === undefined || best === undefined)
        return t('slice.empty', { title });
      return t(KEYS[shape.shape], {
        title,
        quantity,
        first: write(first.mean),
        firstArm: first.arm,
        last: write(last.mean),
        lastArm: last.arm,
        best: write(best.mean),
        bestArm: best.arm,
      });
    }),
  );
}
