/**
 * Philox-4x32-10, the counter-based generator of Salmon, Moraes, Dror and Shaw,
 * "Parallel random numbers: as easy as 1, 2, 3" (SC 2011). A keyed bijection of 128-bit counters:
 * different counters or keys never share state, so any draw can be made without the draws before it.
 */

const MULTIPLIER_0 = 0xd2511f53;
const MULTIPLIER_1 = 0xcd9e8d57;
/** Added to the key words between rounds (golden ratio, sqrt(3) - 1). */
const WEYL_0 = 0x9e3779b9;
const WEYL_1 = 0xbb67ae85;
const ROUNDS = 10;

/** High 32 bits (signed) of the unsigned product `a * b`, from four 16-bit products. */
function multiplyHigh(a: number, b: number): number {
  const aLow = a & 0xffff;
  const aHigh = a >>> 16;
  const bLow = b & 0xffff;
  const bHigh = b >>> 16;
  const lowLow = Math.imul(aLow, bLow) >>> 0;
  const highLow = (Math.imul(aHigh, bLow) >>> 0) + (lowLow >>> 16);
  const lowHigh = (Math.imul(aLow, bHigh) >>> 0) + (highLow & 0xffff);
  // Neither sum overflows: (2^16 - 1)^2 + 2^16 - 1 < 2^32.
  return (Math.imul(aHigh, bHigh) + (highLow >>> 16) + (lowHigh >>> 16)) | 0;
}

/** A 128-bit counter and its 64-bit key, as unsigned 32-bit words. */
export interface PhiloxInput {
  readonly counter: readonly [number, number, number, number];
  readonly key: readonly [number, number];
}

/** Writes the four 32-bit words that belong to `input` into `output`. */
export function philox({ counter, key }: PhiloxInput, output: Uint32Array): void {
  let [c0, c1, c2, c3] = counter;
  let [k0, k1] = key;
  for (let round = 0; round < ROUNDS; round++) {
    const high0 = multiplyHigh(MULTIPLIER_0, c0);
    const low0 = Math.imul(MULTIPLIER_0, c0);
    const high1 = multiplyHigh(MULTIPLIER_1, c2);
    const low1 = Math.imul(MULTIPLIER_1, c2);
    c0 = high1 ^ c1 ^ k0;
    c1 = low1;
    c2 = high0 ^ c3 ^ k1;
    c3 = low0;
    k0 = (k0 + WEYL_0) | 0;
    k1 = (k1 + WEYL_1) | 0;
  }
  output[0] = c0;
  output[1] = c1;
  output[2] = c2;
  output[3] = c3;
}
