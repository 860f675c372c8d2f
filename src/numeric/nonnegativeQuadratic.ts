import { solvePositive } from './solvePositive';

/** Unconstrained minimiser on the entries `of`, or `null` when they are linearly dependent. */
function solveOn(gram: Float64Array, b: Float64Array, of: readonly number[]): Float64Array | null {
  const n = b.length;
  const part = Float64Array.from(of.flatMap((i) => of.map((j) => gram[i * n + j] ?? 0)));
  return solvePositive(
    part,
    of.length,
    Float64Array.from(of, (i) => b[i] ?? 0),
  );
}

/** Entries whose gradient is within rounding of zero do not improve anything. */
const TOLERANCE = 1e-13;

/**
 * The x >= 0 that minimises x'Gx/2 - b'x, for positive semidefinite G with b in its range (as for least squares):
 * the active-set method of Lawson & Hanson 1974 (chapter 23, NNLS) on the normal equations. Exact after finitely many
 * exchanges. At the minimum Gx - b >= 0, with equality where x > 0.
 * @param gram n x n, row-major
 * @throws RangeError when sizes do not fit or the exchanges do not end (G not positive semidefinite)
 */
export function nonnegativeQuadratic(gram: Float64Array, b: Float64Array): Float64Array {
  const n = b.length;
  if (gram.length !== n * n) throw new RangeError(`${gram.length} entries do not make ${n} x ${n}`);
  const x = new Float64Array(n);
  const scale = b.reduce((most, value) => Math.max(most, Math.abs(value)), 0);
  let passive: number[] = [];
  const refused = new Set<number>();
  const descent = (i: number): number =>
    (b[i] ?? 0) - x.reduce((sum, value, j) => sum + (gram[i * n + j] ?? 0) * value, 0);

  for (let exchanges = 0; exchanges < 20 * (n + 1); exchanges++) {
    const entering = pickEntering();
    if (entering === null) return x;
    const candidate = solveOn(gram, b, [...passive, entering]);
    // A dependent entry, or one that would leave again at once, improves nothing beyond rounding.
    if (candidate === null || !((candidate.at(-1) ?? 0) > 0)) refused.add(entering);
    else {
      passive = [...passive, entering];
      refused.clear();
      settle(candidate);
    }
  }
  throw new RangeError('the quadratic form is not positive semidefinite');

  function pickEntering(): number | null {
    let best: number | null = null;
    let steepest = TOLERANCE * scale;
    for (let i = 0; i < n; i++) {
      if (passive.includes(i) || refused.has(i)) continue;
      const slope = descent(i);
      if (slope > steepest) [best, steepest] = [i, slope];
    }
    return best;
  }

  /** Goes from x towards the minimiser on the passive entries; whatever reaches zero on the way leaves them. */
  function settle(minimiser: Float64Array): void {
    let target: Float64Array | null = minimiser;
    while (target !== null) {
      const goal = target;
      let part = 1;
      passive.forEach((i, k) => {
        const [from, to] = [x[i] ?? 0, goal[k] ?? 0];
        if (to <= 0) part = Math.min(part, from / (from - to));
      });
      const blocked = goal.some((value) => value <= 0);
      passive.forEach((i, k) => {
        const [from, to] = [x[i] ?? 0, goal[k] ?? 0];
        const reached = blocked ? from + part * (to - from) : to;
        x[i] = blocked && to <= 0 && from / (from - to) <= part ? 0 : reached;
      });
      if (!blocked) return;
      passive = passive.filter((i) => (x[i] ?? 0) > 0);
      target = passive.length === 0 ? null : solveOn(gram, b, passive);
    }
  }
}
