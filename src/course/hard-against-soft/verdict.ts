import type { SliceShape } from '../measure/slice';

/**
 * The claim of slide 4.1: which way of sharing is best depends on how alike the tasks are - share all at the smallest
 * angle, some in between, none at the largest.
 */
export interface ClaimVerdict {
  /** `measuring`: there is nothing final yet. */
  readonly outcome: 'holds' | 'holds-when' | 'does-not-hold' | 'measuring';
  /** The three parts of the claim and where (swept value) each was seen; `null` = not seen. */
  readonly shareAllAt: number | null;
  readonly shareSomeAt: number | null;
  readonly shareNoneAt: number | null;
}

export interface ShapeAt {
  readonly value: number;
  readonly shape: SliceShape;
}

/**
 * Judged by measurement alone. Holds: all three parts, in the order of the angles. Holds when: at least one part and
 * no slice against it. Does not hold: no part was seen, or the order of the shapes contradicts the claim.
 * @param finished the run has reached its last step
 */
export function judgeClaim(slices: readonly ShapeAt[], finished: boolean): ClaimVerdict {
  const ascending = [...slices].sort((a, b) => a.value - b.value);
  const first = (shape: SliceShape): number | null => ascending.find((slice) => slice.shape === shape)?.value ?? null;
  const last = (shape: SliceShape): number | null =>
    ascending.findLast((slice) => slice.shape === shape)?.value ?? null;
  const seen = { shareAllAt: first('share-all'), shareSomeAt: first('share-some'), shareNoneAt: last('share-none') };
  if (!finished || ascending.length === 0) return { outcome: 'measuring', ...seen };
  const parts = Object.values(seen).filter((value) => value !== null).length;
  if (parts === 0 || !inOrder(ascending)) return { outcome: 'does-not-hold', ...seen };
  return { outcome: parts === 3 ? 'holds' : 'holds-when', ...seen };
}

/** Undecided slices say nothing for or against. */
function inOrder(ascending: readonly ShapeAt[]): boolean {
  const rank = { 'share-all': 0, 'share-some': 1, 'share-none': 2 } as const;
  const ranks = ascending.flatMap(({ shape }) => (shape === 'undecided' ? [] : [rank[shape]]));
  return ranks.every((value, index) => index === 0 || value >= (ranks[index - 1] ?? 0));
}
