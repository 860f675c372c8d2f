import fc from 'fast-check';
import { expect, test } from 'vitest';
import { utf8Length } from './utf8Length';

test('counts the bytes that an encoder would write', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (text) => {
      expect(utf8Length(text)).toBe(new TextEncoder().encode(text).length);
    }),
    { seed: 1 },
  );
  for (const text of ['', 'a', 'é', '企鹅', '🐧', '\ud83d', '\udc27a', '🐧\ud83d']) {
    expect(utf8Length(text)).toBe(new TextEncoder().encode(text).length);
  }
});
