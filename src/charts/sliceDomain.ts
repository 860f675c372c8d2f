/** The common vertical range of slices: errors from 0, gains around 0, predictions included, the same in every panel. */
import type { SliceChartProps } from './chartProps';
import { drawnHalfWidth } from './gainText';

export function sliceDomain({
  slices,
  predictions = [],
  kind,
}: Pick<SliceChartProps, 'slices' | 'predictions' | 'kind'>): readonly [number, number] {
  const values = [
    ...slices.flatMap(({ points }) =>
      points.flatMap(({ mean, halfWidth }) => [mean - drawnHalfWidth(halfWidth), mean + drawnHalfWidth(halfWidth)]),
    ),
    ...predictions.flatMap((prediction) => prediction?.filter((value) => value !== null) ?? []),
  ].filter(Number.isFinite);
  const [low, high] = [Math.min(0, ...values), Math.max(0, ...values)];
  if (high === low) return kind === 'gain' ? [-0.1, 0.1] : [0, 1];
  const room = (high - low) * 0.06;
  return [low < 0 ? low - room : 0, high > 0 ? high + room : 0];
}
