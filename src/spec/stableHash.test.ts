import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { stableHash, textHash } from './stableHash';

describe('textHash', () => {
  it.each([
    // Test vectors of the FNV reference code.
    ['', 'cbf29ce484222325'],
    ['a', 'af63dc4c8601ec8c'],
    ['foobar', '85944171f73967e8'],
  ])('of "%s" is that of the reference', (text, hash) => {
    expect(textHash(text)).toBe(hash);
  });
});

describe('stableHash', () => {
  it('does not depend on the order of keys, nor on fields left out', () => {
    expect(stableHash({ a: 1, b: [{ c: 2, d: null }] })).toBe(
      stableHash({ b: [{ d: null, c: 2 }], a: 1, e: undefined }),
    );
  });

  it('depends on everything else', () => {
    const values = [
      {},
      [],
      null,
      0,
      '0',
      [0],
      [[0]],
      { a: 0 },
      { a: '0' },
      { b: 0 },
      { a: null },
      { a: [0, 1] },
      { a: [1, 0] },
    ];
    expect(new Set(values.map(stableHash)).size).toBe(values.length);
  });

  it('survives JSON', () => {
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        const again: unknown = JSON.parse(JSON.stringify(value));
        expect(stableHash(again)).toBe(stableHash(value));
      }),
    );
  });
});
