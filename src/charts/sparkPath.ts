import { thinCurve } from './thinCurve';

/** A curve fitted into a small box, with the place of its last point; `null` when there are no finite values. */
export function sparkPath(
  values: ArrayLike<number>,
  width: number,
  height: number,
  margin: number,
): { readonly path: string; readonly end: readonly [number, number] } | null {
  const kept = thinCurve(values, width).filter((i) => Number.isFinite(values[i]));
  const heights = kept.map((i) => values[i] ?? 0);
  if (heights.length === 0) return null;
  const [low, high] = [Math.min(...heights), Math.max(...heights)];
  const span = high - low;
  const points = kept.map((i, rank): readonly [number, number] => [
    margin + (values.length > 1 ? i / (values.length - 1) : 1) * (width - 2 * margin),
    span > 0 ? height - margin - (((heights[rank] ?? 0) - low) / span) * (height - 2 * margin) : height / 2,
  ]);
  const end = points.at(-1);
  if (end === undefined) return null;
  return { path: `M${points.map(([x, y]) => `${x.toFixed(1)} ${y.toFixed(1)}`).join('L')}`, end };
}
