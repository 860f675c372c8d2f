/**
 * Greedy soup (Wortsman et al. 2022; model-soups `main.py`): sort the rows by their own held-out score, start from the
 * best, and take each next one into the running mean only if the held-out score becomes strictly better. The score is
 * minus the validation loss of all fused tasks (`ValidationPoint`), each with its own numbers after the fused columns.
 */
import type { FusionContext } from './fusionContext';
import { meanRow } from './weightedMean';

export interface GreedySoup {
  readonly row: Float64Array;
  /** Indices of the rows taken in, in the order of taking. */
  readonly members: readonly number[];
  readonly loss: number;
}

/** @throws RangeError when there are no rows or they differ in length. */
export function greedySoup(context: Pick<FusionContext, 'rows' | 'validate'>): GreedySoup {
  const { rows, validate } = context;
  const soupOf = (members: readonly number[]): GreedySoup => {
    const row = meanRow(members.map((t) => rows[t] ?? []));
    return { row, members, loss: validate(row).loss };
  };
  const singles = rows.map((_, t) => soupOf([t])).sort((a, b) => a.loss - b.loss);
  const [best, ...others] = singles;
  if (best === undefined) throw new RangeError('no rows to fuse');
  return others.reduce((soup, { members }) => {
    const larger = soupOf([...soup.members, ...members]);
    return larger.loss < soup.loss ? larger : soup;
  }, best);
}
