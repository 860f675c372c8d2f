/** Index of the entry of an ascending list nearest to `value`; the earlier one on a tie; -1 for an empty list. */
export function nearestIndex(ascending: ArrayLike<number>, value: number): number {
  const count = ascending.length;
  if (count === 0) return -1;
  let [low, high] = [0, count - 1];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((ascending[middle] ?? 0) < value) low = middle + 1;
    else high = middle;
  }
  const after = ascending[low] ?? 0;
  const before = ascending[low - 1];
  return before !== undefined && value - before <= after - value ? low - 1 : low;
}
