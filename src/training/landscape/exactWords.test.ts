import fc from 'fast-check';
import { expect, test } from 'vitest';
import { fromWords, toWords } from './exactWords';

test('every double comes back as it was, also through a copy of the floats', () => {
  fc.assert(
    fc.property(fc.float64Array({ maxLength: 20 }), (values) => {
      const words = Float32Array.from(toWords(values));
      expect(words).toHaveLength(4 * values.length);
      expect(fromWords(words)).toEqual(values);
    }),
  );
  expect(() => fromWords(new Float32Array(3))).toThrow(RangeError);
});
