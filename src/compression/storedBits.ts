import { partOf } from '../fusion/partOf';

/** Bits of a number as training keeps it. */
const FULL_BITS = 32;

/**
 * Bits that a compressed tower needs: the weights that pruning has left, at `bits` each, and the numbers that compression
 * does not touch (biases, the rest of the tower) at 32. Where the zeros stand is not counted; a bit mask would add one bit
 * per weight.
 */
export function storedBits(
  tower: { readonly weights: number; readonly others: number },
  { sparsity = 0, bits = FULL_BITS }: { readonly sparsity?: number; readonly bits?: number },
): number {
  return (tower.weights - partOf(sparsity, tower.weights)) * bits + tower.others * FULL_BITS;
}
