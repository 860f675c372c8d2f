import fc from 'fast-check';
import { expect, test } from 'vitest';
import { symmetricEigen } from '../numeric/symmetricEigen';
import { gramOf, jacobians } from './balancingCase.fixture';
import { gramianOf } from './gramianOf';

/** Three unit vectors in a plane at 120 degrees, and a rounding that no three vectors have: cosines below -1/2. */
const IMPOSSIBLE = Float64Array.from({ length: 9 }, (_, k) => (k % 4 === 0 ? 4 : -2 * (1 + 1e-6)));

test('lengths and cosines of the gradients', () => {
  fc.assert(
    fc.property(jacobians(), (rows) => {
      const tasks = rows.length;
      const gramian = gramOf(rows);
      const { lengths, cosines, present } = gramianOf(gramian, tasks);
      expect(present).toHaveLength(tasks);
      cosines.forEach((cosine, k) => {
        const product = cosine * (lengths[Math.floor(k / tasks)] ?? NaN) * (lengths[k % tasks] ?? NaN);
        const scale = (lengths[Math.floor(k / tasks)] ?? NaN) * (lengths[k % tasks] ?? NaN);
        expect(Math.abs(product - (gramian[k] ?? NaN)) / scale).toBeLessThan(1e-12);
      });
    }),
  );
});

test('products that no gradients have, for rounding, become the nearest that some have', () => {
  expect(symmetricEigen(IMPOSSIBLE, 3).values[2]).toBeLessThan(-1e-6);
  const { lengths, cosines } = gramianOf(IMPOSSIBLE, 3);
  expect([...lengths]).toEqual([2, 2, 2]);
  expect(symmetricEigen(cosines, 3).values[2]).toBeGreaterThan(-1e-15);
  cosines.forEach((cosine, k) => expect(cosine).toBeCloseTo(k % 4 === 0 ? 1 : -0.5, 5));
});

test('a task without a gradient has no angle to any other', () => {
  const { cosines, present } = gramianOf(Float64Array.of(1, 0, 2, 0, 0, 0, 2, 0, 9), 3);
  expect(present).toEqual([0, 2]);
  [1, 0, 2 / 3, 0, 0, 0, 2 / 3, 0, 1].forEach((expected, k) => expect(cosines[k]).toBeCloseTo(expected, 12));
});
