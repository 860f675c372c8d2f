/** What is known of a search over a grid of settings. */
export interface SearchCell {
  readonly row: number;
  readonly column: number;
  /** Mean validation error over seeds; `null` until something was measured. */
  readonly mean: number | null;
  readonly halfWidth: number | null;
  /** `stopped`: given up early (successive halving, divergence), its error is that of the last measurement. */
  readonly state: 'pending' | 'running' | 'stopped' | 'done';
}

type Measured = SearchCell & { readonly mean: number };

/** The finished cell with the lowest error; `null` while none is finished. A stopped cell never wins. */
export function bestCell(cells: readonly SearchCell[]): Measured | null {
  let best: Measured | null = null;
  for (const cell of cells) {
    if (cell.state === 'done' && isMeasured(cell) && (best === null || cell.mean < best.mean)) best = cell;
  }
  return best;
}

function isMeasured(cell: SearchCell): cell is Measured {
  return cell.mean !== null && Number.isFinite(cell.mean);
}

/** Whether the best cell's interval reaches the cell's mean: the search cannot tell the two apart. */
export function asGoodAs(best: SearchCell, cell: SearchCell): boolean {
  if (best.mean === null || cell.mean === null || cell === best) return false;
  return cell.state === 'done' && cell.mean - best.mean <= (best.halfWidth ?? 0);
}

/** Errors more than so many times the best are all drawn as paper: one that diverged must not flatten the rest. */
const REACH = 20;

/** 1 for the lowest error of all, 0 for the highest (or {@link REACH} times the lowest), equal ratios equally far apart. */
export function goodness(mean: number, cells: readonly SearchCell[]): number {
  const known = cells.filter(isMeasured).map((cell) => cell.mean);
  const low = Math.max(1e-12, Math.min(...known));
  const high = Math.min(Math.max(...known), low * REACH);
  if (!(mean > 0) || !Number.isFinite(mean)) return mean <= 0 ? 1 : 0;
  if (!(high > low)) return 1;
  return Math.min(1, Math.max(0, Math.log(high / mean) / Math.log(high / low)));
}
