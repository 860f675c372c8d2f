import { describe, expect, it } from 'vitest';
import { philox, type PhiloxInput } from './philox';

/** Known-answer vectors published with the authors' Random123 library (kat_vectors, philox4x32 10). */
const VECTORS: readonly (readonly [PhiloxInput, readonly number[]])[] = [
  [{ counter: [0, 0, 0, 0], key: [0, 0] }, [0x6627e8d5, 0xe169c58d, 0xbc57ac4c, 0x9b00dbd8]],
  [
    { counter: [0xffffffff, 0xffffffff, 0xffffffff, 0xffffffff], key: [0xffffffff, 0xffffffff] },
    [0x408f276d, 0x41c83b0e, 0xa20bc7c6, 0x6d5451fd],
  ],
  [
    { counter: [0x243f6a88, 0x85a308d3, 0x13198a2e, 0x03707344], key: [0xa4093822, 0x299f31d0] },
    [0xd16cfe09, 0x94fdcceb, 0x5001e420, 0x24126ea1],
  ],
];

describe('philox', () => {
  it.each(VECTORS)('gives the published words for %j', (input, expected) => {
    const words = new Uint32Array(4);
    philox(input, words);
    expect([...words]).toEqual(expected);
  });

  it('changes about half of the output bits when one input bit changes', () => {
    const base = new Uint32Array(4);
    const flipped = new Uint32Array(4);
    philox({ counter: [7, 0, 0, 0], key: [3, 1] }, base);
    let changed = 0;
    for (let bit = 0; bit < 32; bit++) {
      philox({ counter: [7, 0, 0, 0], key: [(3 ^ (1 << bit)) >>> 0, 1] }, flipped);
      for (let i = 0; i < 4; i++) {
        for (let x = ((base[i] ?? 0) ^ (flipped[i] ?? 0)) >>> 0; x !== 0; x = (x & (x - 1)) >>> 0) changed++;
      }
    }
    expect(Math.abs(changed / (32 * 128) - 0.5)).toBeLessThan(4 * Math.sqrt(0.25 / (32 * 128)));
  });
});
