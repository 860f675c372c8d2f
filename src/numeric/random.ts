/**
 * All randomness of the laboratory. A draw is a pure function of (seed, purpose, sub-indices, index):
 * there is no generator state to save, nothing depends on the order of calls, and every seed (0 too) is as good as any other.
 */
import { normalQuantile } from './normalQuantile';
import { philox } from './philox';
import { PURPOSES, type Purpose } from './purposes';

/** Random access to an endless row of draws. Use one kind of draw per stream: they are made from the same bits. */
export interface RandomStream {
  /** Unsigned 32-bit integer number `index`. */
  uint32(index: number): number;
  /** Number `index`, uniform on the multiples of 2^-53 in [0, 1). */
  uniform(index: number): number;
  /** Standard normal number `index` (inverse distribution function, so monotone in the underlying uniform; |z| < 8.3). */
  normal(index: number): number;
}

const TWO_32 = 2 ** 32;

function requireUint32(name: string, value: number): void {
  if (!Number.isInteger(value) || value < 0 || value >= TWO_32) {
    throw new RangeError(`${name} must be an integer in 0 .. 2^32 - 1, got ${value}`);
  }
}

/**
 * The stream of one purpose. `subIndices` (at most three, uint32) tell streams of a purpose apart, e.g. task and split:
 * seed and purpose are the Philox key, sub-indices and block number its counter, so no two streams overlap.
 * Missing sub-indices count as 0.
 * @throws RangeError when the seed or a sub-index is not an unsigned 32-bit integer, or there are more than three.
 */
export function createStream(seed: number, purpose: Purpose, ...subIndices: readonly number[]): RandomStream {
  requireUint32('seed', seed);
  if (subIndices.length > 3) throw new RangeError(`at most 3 sub-indices, got ${subIndices.length}`);
  for (const sub of subIndices) requireUint32('sub-index', sub);
  const [sub0 = 0, sub1 = 0, sub2 = 0] = subIndices;
  const key = [seed, PURPOSES[purpose]] as const;

  // The last block is kept only for speed; it never changes a result.
  const words = new Uint32Array(4);
  let cachedBlock = NaN;
  function word(position: number): number {
    const block = Math.floor(position / 4);
    if (block !== cachedBlock) {
      if (!(block >= 0 && block < TWO_32)) throw new RangeError(`word ${position} is outside the stream`);
      philox({ counter: [block, sub0, sub1, sub2], key }, words);
      cachedBlock = block;
    }
    const value = words[position % 4];
    if (value === undefined) throw new RangeError(`a stream has no word ${position}`);
    return value;
  }

  return {
    uint32: word,
    uniform(index) {
      const high = word(2 * index) >>> 5;
      const low = word(2 * index + 1) >>> 6;
      return (high * 2 ** 26 + low) * 2 ** -53;
    },
    normal(index) {
      // 52 bits and a half: strictly inside (0, 1), symmetric around 1/2, and exact in a double.
      const high = word(2 * index) >>> 6;
      const low = word(2 * index + 1) >>> 6;
      return normalQuantile((high * 2 ** 26 + low + 0.5) * 2 ** -52);
    },
  };
}

/** Fills `target` with the normals number 0, 1, 2, ... of the stream. A longer target only appends. */
export function fillNormal(stream: RandomStream, target: Float32Array | Float64Array): void {
  for (let i = 0; i < target.length; i++) target[i] = stream.normal(i);
}

/** Uniformly random order of 0 .. n-1 (Fisher and Yates; bounded integers by rejection, so without modulo bias). */
export function permutation(stream: RandomStream, n: number): Uint32Array {
  requireUint32('n', n);
  const order = new Uint32Array(n);
  for (let i = 0; i < n; i++) order[i] = i;
  let next = 0;
  for (let last = n - 1; last > 0; last--) {
    const choices = last + 1;
    let draw = stream.uint32(next++);
    while (isRejected(draw, choices)) draw = stream.uint32(next++);
    // The quotient is off by less than 1 / choices, so its whole part is exact; `%` on such numbers takes ten times as long.
    const chosen = draw - Math.floor(draw / choices) * choices;
    const kept = order[last] ?? 0;
    order[last] = order[chosen] ?? 0;
    order[chosen] = kept;
  }
  return order;
}

/** Whether a draw lies beyond the last whole multiple of `choices`, where some choices would be likelier than others. */
function isRejected(draw: number, choices: number): boolean {
  return draw > TWO_32 - choices && draw >= TWO_32 - (TWO_32 % choices);
}
