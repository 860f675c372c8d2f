/** Indices of at most `limit` of `count` rows, evenly spread, always with the first and the last. */
export function thinRows(count: number, limit: number): readonly number[] {
  if (count <= limit || limit < 2) return Array.from({ length: Math.min(count, Math.max(limit, 0)) }, (_, i) => i);
  return Array.from({ length: limit }, (_, i) => Math.round((i * (count - 1)) / (limit - 1)));
}
