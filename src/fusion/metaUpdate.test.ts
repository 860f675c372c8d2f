import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { expectClose } from './expectClose.fixture';
import { annealedRate, firstOrderMamlUpdate, reptileUpdate } from './metaUpdate';

const numbers = fc.double({ min: -3, max: 3, noNaN: true });
const curvatures = fc.double({ min: 0.1, max: 4, noNaN: true });
/** Tasks L(x) = 1/2 sum_j a_j (x_j - c_j)^2 in two dimensions. */
const tasks = fc.array(fc.record({ a: fc.tuple(curvatures, curvatures), c: fc.tuple(numbers, numbers) }), {
  minLength: 1,
  maxLength: 5,
});
type Quadratic = { readonly a: readonly number[]; readonly c: readonly number[] };

const gradient = ({ a, c }: Quadratic, x: readonly number[]): number[] =>
  x.map((value, j) => (a[j] ?? 0) * (value - (c[j] ?? 0)));

/** k steps of plain gradient descent at rate alpha. */
function adapt(task: Quadratic, start: readonly number[], alpha: number, k: number): number[] {
  let x = [...start];
  for (let step = 0; step < k; step++) {
    const g = gradient(task, x);
    x = x.map((value, j) => value - alpha * (g[j] ?? 0));
  }
  return x;
}

describe('Reptile', () => {
  it('with one inner step is joint gradient descent at rate epsilon alpha', () => {
    fc.assert(
      fc.property(tasks, fc.tuple(numbers, numbers), (list, theta) => {
        const [alpha, epsilon] = [0.2, 0.3];
        const updated = reptileUpdate(
          theta,
          list.map((task) => adapt(task, theta, alpha, 1)),
          epsilon,
        );
        const joint = theta.map((value, j) => {
          const mean = list.reduce((sum, task) => sum + (gradient(task, theta)[j] ?? 0), 0) / list.length;
          return value - epsilon * alpha * mean;
        });
        expectClose(updated, joint, 12);
      }),
    );
  });

  it('on quadratics moves by epsilon mean (I - (I - alpha A)^k)(c - theta)', () => {
    fc.assert(
      fc.property(tasks, fc.tuple(numbers, numbers), fc.integer({ min: 1, max: 8 }), (list, theta, k) => {
        const [alpha, epsilon] = [0.15, 0.5];
        const updated = reptileUpdate(
          theta,
          list.map((task) => adapt(task, theta, alpha, k)),
          epsilon,
        );
        const exact = theta.map((value, j) => {
          const pull = list.map(({ a, c }) => (1 - (1 - alpha * (a[j] ?? 0)) ** k) * ((c[j] ?? 0) - value));
          return value + (epsilon * pull.reduce((sum, part) => sum + part, 0)) / list.length;
        });
        expectClose(updated, exact, 10);
      }),
    );
  });

  it('at rate 1 goes to the mean of the adapted rows, at rate 0 nowhere', () => {
    expectClose(
      reptileUpdate(
        [1, 1],
        [
          [0, 4],
          [4, 0],
        ],
        1,
      ),
      [2, 2],
    );
    expectClose(
      reptileUpdate(
        [1, 1],
        [
          [0, 4],
          [4, 0],
        ],
        0,
      ),
      [1, 1],
    );
    expect(() => reptileUpdate([1], [[1, 2]], 1)).toThrow(RangeError);
    expect(() => reptileUpdate([1], [], 1)).toThrow(RangeError);
  });
});

describe('first-order MAML', () => {
  it('on quadratics has the gradient mean A (I - alpha A)(theta - c): MAML without its second factor', () => {
    fc.assert(
      fc.property(tasks, fc.tuple(numbers, numbers), (list, theta) => {
        const [alpha, beta] = [0.2, 0.1];
        const gradients = list.map((task) => gradient(task, adapt(task, theta, alpha, 1)));
        const exact = theta.map((value, j) => {
          const parts = list.map(({ a, c }) => (a[j] ?? 0) * (1 - alpha * (a[j] ?? 0)) * (value - (c[j] ?? 0)));
          return value - (beta * parts.reduce((sum, part) => sum + part, 0)) / list.length;
        });
        expectClose(firstOrderMamlUpdate(theta, gradients, beta), exact, 11);
      }),
    );
  });

  it('without inner steps is joint gradient descent', () => {
    expectClose(
      firstOrderMamlUpdate(
        [1, 2],
        [
          [2, 0],
          [0, 4],
        ],
        0.5,
      ),
      [0.5, 1],
    );
  });
});

describe('annealedRate', () => {
  it('falls linearly to 0, or stays', () => {
    expect([0, 5, 10, 20].map((step) => annealedRate(0.8, step, 10))).toEqual([0.8, 0.4, 0, 0]);
    expect(annealedRate(0.8, 99, null)).toBe(0.8);
  });
});
