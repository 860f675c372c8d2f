/** A function of two variables on a regular grid. */
export interface Grid {
  readonly x: readonly [number, number];
  readonly y: readonly [number, number];
  readonly columns: number;
  readonly rows: number;
  /** Row-major, first row at the low end of y. */
  readonly values: ArrayLike<number>;
}

/** Levels that cut the values into equally large parts, ascending: valleys with steep walls get as many lines as plains. */
export function contourLevels({ values }: Pick<Grid, 'values'>, count: number): readonly number[] {
  const sorted = Array.from(values)
    .filter(Number.isFinite)
    .sort((a, b) => a - b);
  const levels = Array.from(
    { length: count },
    (_, i) => sorted[Math.floor(((i + 1) / (count + 1)) * sorted.length)] ?? 0,
  );
  return [...new Set(levels)];
}

/** Place of one end of a piece of line, in cells: 0 .. columns - 1 and 0 .. rows - 1. */
export type GridPlace = readonly [number, number];

/**
 * The line on which the function has a value, as pieces inside the cells (marching squares, corners joined linearly;
 * saddles are cut by the mean of their corners). Cells with a corner that is not finite are left out.
 */
export function contour({ columns, rows, values }: Grid, level: number): readonly (readonly [GridPlace, GridPlace])[] {
  const pieces: (readonly [GridPlace, GridPlace])[] = [];
  const at = (c: number, r: number): number => (values[r * columns + c] ?? NaN) - level;
  for (let r = 0; r + 1 < rows; r += 1) {
    for (let c = 0; c + 1 < columns; c += 1) {
      const corners: readonly [number, number, number, number] = [
        at(c, r),
        at(c + 1, r),
        at(c + 1, r + 1),
        at(c, r + 1),
      ];
      if (!corners.every(Number.isFinite)) continue;
      const [a, b, d, e] = corners;
      // Where the level crosses the four sides, going round from the side between the first two corners.
      const crossings: GridPlace[] = [];
      if (a > 0 !== b > 0) crossings.push([c + a / (a - b), r]);
      if (b > 0 !== d > 0) crossings.push([c + 1, r + b / (b - d)]);
      if (d > 0 !== e > 0) crossings.push([c + e / (e - d), r + 1]);
      if (e > 0 !== a > 0) crossings.push([c, r + a / (a - e)]);
      const [p, q, s, u] = crossings;
      if (p === undefined || q === undefined) continue;
      if (s === undefined || u === undefined) pieces.push([p, q]);
      else if (a + b + d + e > 0 === a > 0) pieces.push([p, q], [s, u]);
      else pieces.push([u, p], [q, s]);
    }
  }
  return pieces;
}
