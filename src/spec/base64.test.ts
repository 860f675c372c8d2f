import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fromBase64, toBase64 } from './base64';

describe('base64', () => {
  it('writes what Node writes, and reads it back', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 40 }), (bytes) => {
        const text = toBase64(bytes);
        expect(text).toBe(Buffer.from(bytes).toString('base64'));
        expect(fromBase64(text)).toEqual(bytes);
      }),
    );
  });

  it('has no second way to write the same bytes', () => {
    fc.assert(
      fc.property(
        fc.string({ maxLength: 12, unit: fc.constantFrom('A', 'Q', 'g', 'w', '/', '+', '=', '*', 'é') }),
        (text) => {
          const bytes = fromBase64(text);
          if (bytes !== null) expect(toBase64(bytes)).toBe(text);
        },
      ),
      { numRuns: 2000 },
    );
    expect(fromBase64('AQ==')).toEqual(Uint8Array.of(1));
    for (const text of ['A', 'AQ', 'AR==', 'A===', '====', 'AQ=A', 'A*==']) expect(fromBase64(text)).toBeNull();
  });
});
