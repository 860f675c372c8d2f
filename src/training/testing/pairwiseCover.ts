/** Few combinations in which every two settings meet, for tests. Not part of the product. */

/**
 * Rows of level numbers, one per factor, such that every pair of levels of every two factors occurs in some row. Greedy, so
 * about as many rows as the two largest factors have pairs.
 * @param levels how many each factor has
 */
export function pairwiseCover(levels: readonly number[]): readonly (readonly number[])[] {
  const open = new Set<string>();
  const key = (f: number, a: number, g: number, b: number): string =>
    f < g ? `${f}.${a} ${g}.${b}` : `${g}.${b} ${f}.${a}`;
  levels.forEach((count, f) => {
    for (let g = f + 1; g < levels.length; g++) {
      for (let a = 0; a < count; a++) for (let b = 0; b < (levels[g] ?? 0); b++) open.add(key(f, a, g, b));
    }
  });
  const rows: number[][] = [];
  while (open.size > 0) {
    const [first = ''] = open;
    const row = new Map(first.split(' ').map((part) => part.split('.').map(Number) as [number, number]));
    levels.forEach((count, f) => {
      if (row.has(f)) return;
      const gain = (a: number): number => [...row].filter(([g, b]) => open.has(key(f, a, g, b))).length;
      const all = Array.from({ length: count }, (_, a) => a);
      // Equal gains are taken in turn, so that rows differ.
      const turned = all.map((a) => (a + rows.length) % count);
      row.set(
        f,
        turned.reduce((best, a) => (gain(a) > gain(best) ? a : best)),
      );
    });
    for (const [f, a] of row) for (const [g, b] of row) if (f < g) open.delete(key(f, a, g, b));
    rows.push(levels.map((_, f) => row.get(f) ?? 0));
  }
  return rows;
}
