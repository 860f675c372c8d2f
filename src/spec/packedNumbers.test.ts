import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { LIMITS } from './limits';
import { packNumbers, unpackNumbers } from './packedNumbers';

describe('packed numbers', () => {
  it('come back as 32-bit floats', () => {
    fc.assert(
      fc.property(fc.array(fc.double({ noNaN: true }), { maxLength: 50 }), (values) => {
        expect(unpackNumbers(packNumbers(values))).toEqual(Float32Array.from(values));
      }),
    );
    // Little-endian, as the head says: 1 is 00 00 80 3f.
    expect(packNumbers([1])).toEqual(['AACAPw==']);
  });

  it('fit into strings a preset may hold, however many they are', () => {
    const values = Array.from({ length: 20_000 }, (_, i) => i / 7);
    const pieces = packNumbers(values);
    expect(Math.max(...pieces.map((piece) => piece.length))).toBeLessThanOrEqual(LIMITS.stringLength.max);
    expect(pieces.slice(0, -1).some((piece) => piece.endsWith('='))).toBe(false);
    expect(unpackNumbers(pieces)?.every((value, i) => value === Math.fround(i / 7))).toBe(true);
    expect(packNumbers([])).toEqual([]);
  });

  it('are refused when they are damaged', () => {
    for (const pieces of [['AACAPw='], ['AACA'], ['AACAPw==', '?']]) expect(unpackNumbers(pieces)).toBeNull();
  });
});
