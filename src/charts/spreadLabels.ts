/**
 * Labels at line ends without overlap: the places nearest to the wanted ones (least squares) that are at least `height`
 * apart and inside [top, bottom]. Pool-adjacent-violators on the wanted places minus the room already taken.
 * @param wanted in any order; the result has the same order.
 */
export function spreadLabels(
  wanted: readonly number[],
  height: number,
  [top, bottom]: readonly [number, number],
): readonly number[] {
  const order = wanted.map((place, index) => ({ place, index })).sort((a, b) => a.place - b.place || a.index - b.index);
  // When there is not room for all, they share what there is.
  const gap = order.length < 2 ? height : Math.min(height, (bottom - top) / (order.length - 1));
  const pools: { sum: number; count: number }[] = [];
  order.forEach(({ place }, rank) => {
    pools.push({ sum: place - rank * gap, count: 1 });
    for (;;) {
      const last = pools.at(-1);
      const before = pools.at(-2);
      if (last === undefined || before === undefined || before.sum / before.count <= last.sum / last.count) break;
      pools.splice(-2, 2, { sum: before.sum + last.sum, count: before.count + last.count });
    }
  });
  const room = bottom - (order.length - 1) * gap;
  const placed: number[] = new Array<number>(wanted.length).fill(top);
  let rank = 0;
  for (const pool of pools) {
    const base = Math.min(Math.max(pool.sum / pool.count, top), Math.max(room, top));
    for (let i = 0; i < pool.count; i += 1) {
      const entry = order[rank];
      if (entry !== undefined) placed[entry.index] = base + rank * gap;
      rank += 1;
    }
  }
  return placed;
}
