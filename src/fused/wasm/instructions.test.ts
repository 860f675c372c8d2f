import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { signed, unsigned } from './instructions';

describe('LEB128', () => {
  it('is as the specification shows it', () => {
    // https://webassembly.github.io/spec/core/binary/values.html, and the examples of DWARF 3, 7.6.
    expect(unsigned(0)).toEqual([0]);
    expect(unsigned(127)).toEqual([0x7f]);
    expect(unsigned(128)).toEqual([0x80, 0x01]);
    expect(unsigned(624485)).toEqual([0xe5, 0x8e, 0x26]);
    expect(unsigned(2 ** 32 - 1)).toEqual([0xff, 0xff, 0xff, 0xff, 0x0f]);
    expect(signed(63)).toEqual([63]);
    expect(signed(64)).toEqual([0xc0, 0x00]);
    expect(signed(-1)).toEqual([0x7f]);
    expect(signed(-64)).toEqual([0x40]);
    expect(signed(-65)).toEqual([0xbf, 0x7f]);
    expect(signed(-123456)).toEqual([0xc0, 0xbb, 0x78]);
    expect(signed(-(2 ** 31))).toEqual([0x80, 0x80, 0x80, 0x80, 0x78]);
  });

  it('reads back as what it was', () => {
    const read = (bytes: readonly number[]): bigint =>
      bytes.reduce((sum, byte, index) => sum + (BigInt(byte & 0x7f) << BigInt(7 * index)), 0n);
    const ends = (bytes: readonly number[]): boolean => bytes.every((byte, i) => byte >= 128 === i < bytes.length - 1);
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 2 ** 32 - 1 }), fc.integer(), (natural, whole) => {
        expect(read(unsigned(natural))).toBe(BigInt(natural));
        expect(ends(unsigned(natural))).toBe(true);
        const bytes = signed(whole);
        expect(BigInt.asIntN(7 * bytes.length, read(bytes))).toBe(BigInt(whole));
        expect(ends(bytes)).toBe(true);
      }),
      { seed: 1 },
    );
  });
});
