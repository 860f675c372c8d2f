/**
 * Which points of a dense curve to draw: the lowest and the highest of every pixel column, so that no spike is lost and
 * a curve of any length costs at most two points a pixel.
 * @returns ascending indices into the curve; all of them when it is sparse enough.
 */
export function thinCurve(values: ArrayLike<number>, pixels: number): readonly number[] {
  const count = values.length;
  const columns = Math.max(1, Math.floor(pixels));
  if (count <= 2 * columns) return Array.from({ length: count }, (_, i) => i);
  const kept: number[] = [0];
  for (let column = 0; column < columns; column += 1) {
    const start = Math.floor((column * count) / columns);
    const end = Math.floor(((column + 1) * count) / columns);
    let [low, high] = [start, start];
    for (let i = start; i < end; i += 1) {
      if ((values[i] ?? 0) < (values[low] ?? 0)) low = i;
      if ((values[i] ?? 0) > (values[high] ?? 0)) high = i;
    }
    for (const index of low < high ? [low, high] : [high, low]) if (index > (kept.at(-1) ?? -1)) kept.push(index);
  }
  if (kept.at(-1) !== count - 1) kept.push(count - 1);
  return kept;
}
