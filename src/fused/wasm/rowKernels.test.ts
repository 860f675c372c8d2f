/** What is done to rows, against plain loops with every operation rounded to 32 bits: equal to the last bit. */
import { describe, expect, it } from 'vitest';
import type { OptimizerSpec } from '../../spec/experiment';
import { bitsOf, kernelBench } from '../testing/kernelBench';
import { numberAlgebra as m } from '../testing/numberAlgebra';
import { rowKernels } from './rowKernels';

const SGD = { kind: 'sgd' } as const;
const TASKS = 3;
const STRIDE = 20;
/** Numbers of a row that are worked on; the rest must stay as it is. */
const WORKED = 12;

const values = (seed: number, length = TASKS * STRIDE): Float32Array =>
  Float32Array.from({ length }, (_, i) => Math.sin(i * 12.9898 + seed * 78.233) * 2 ** (i % 5));

/** Rows of {@link TASKS} tasks, changed on the worked columns. */
const changed = (rows: Float32Array, change: (at: number, column: number, task: number) => number): Float32Array =>
  rows.map((value, at) => (at % STRIDE < WORKED ? change(at, at % STRIDE, Math.floor(at / STRIDE)) : value));

const bench = () => kernelBench(rowKernels(SGD, TASKS, STRIDE));

function expectBits(found: ArrayLike<number>, expected: ArrayLike<number>): void {
  expect(bitsOf(found)).toEqual(bitsOf(expected));
}

describe('rows', () => {
  const [a, b] = [values(1), values(2)];

  it('are added, copied and scaled, and nothing behind them', () => {
    const { put, call, get } = bench();
    const added = put(a);
    call('add', added, put(b), WORKED / 4);
    expectBits(
      get(added, a.length),
      a.map((value, i) => (i < WORKED ? m.add(value, b[i] ?? NaN) : value)),
    );
    const copied = put(a);
    call('copy', copied, put(b), WORKED / 4);
    expectBits(
      get(copied, a.length),
      a.map((value, i) => (i < WORKED ? (b[i] ?? NaN) : value)),
    );
    const scaled = put(a);
    call('scale', scaled, WORKED / 4, 0.7);
    expectBits(
      get(scaled, a.length),
      a.map((value, i) => (i < WORKED ? m.mul(value, Math.fround(0.7)) : value)),
    );
  });

  it('of no length are left alone', () => {
    const { put, call, get } = bench();
    const at = put(a);
    call('add', at, put(b), 0);
    call('pull', at, put(b), 0, 1);
    call('update', at, put(b), 0, 1, 0);
    expectBits(get(at, a.length), a);
  });

  it('are held by an anchor: g + stiffness (theta - home)', () => {
    const { put, call, get } = bench();
    const [theta, home, stiffness] = [values(3), values(4), values(5).map(Math.abs)];
    const at = put(a);
    call('anchor', at, put(theta), put(home), put(stiffness), a.length / 4);
    const away = (i: number) => m.sub(theta[i] ?? NaN, home[i] ?? NaN);
    expectBits(
      get(at, a.length),
      a.map((value, i) => m.add(value, m.mul(stiffness[i] ?? NaN, away(i)))),
    );
  });

  it('have a scalar product, the sum of four partial sums', () => {
    const { put, call, get, room } = bench();
    const result = room(3, 7);
    call('dot', put(a), put(b), WORKED / 4, result + 4);
    const partial = [0, 0, 0, 0];
    for (let i = 0; i < WORKED; i++) partial[i % 4] = m.add(partial[i % 4] ?? 0, m.mul(a[i] ?? NaN, b[i] ?? NaN));
    const [p = 0, q = 0, r = 0, s = 0] = partial;
    expectBits(get(result, 3), [7, m.add(m.add(p, q), m.add(r, s)), 7]);
  });
});

describe('rows of all tasks', () => {
  const theta = values(1);
  const mean = (column: number): number => {
    const [x = 0, y = 0, z = 0] = [0, 1, 2].map((task) => theta[task * STRIDE + column]);
    return m.mul(m.add(m.add(x, y), z), Math.fround(1 / TASKS));
  };

  it('are pulled to their mean', () => {
    const { put, call, get } = bench();
    const gradient = values(6);
    const at = put(gradient);
    call('pull', at, put(theta), WORKED / 4, 0.3);
    const kappa = Math.fround(0.3);
    const pulled = changed(gradient, (i, column) =>
      m.add(gradient[i] ?? NaN, m.mul(m.sub(theta[i] ?? NaN, mean(column)), kappa)),
    );
    expectBits(get(at, gradient.length), pulled);
  });

  it('shrink to their mean, and meet there at part 1', () => {
    const { put, call, get } = bench();
    const at = put(theta);
    call('shrink', at, WORKED / 4, 0.3);
    const part = Math.fround(0.3);
    const shrunk = changed(theta, (i, column) =>
      m.sub(theta[i] ?? NaN, m.mul(m.sub(theta[i] ?? NaN, mean(column)), part)),
    );
    expectBits(get(at, theta.length), shrunk);
    const met = put(theta);
    call('shrink', met, WORKED / 4, 1);
    changed(get(met, theta.length), (i, column) => {
      expect(get(met, theta.length)[i]).toBeCloseTo(mean(column), 5);
      return 0;
    });
  });
});

describe('rows by their indices', () => {
  it.each([1, 2, 3, 4, 5, 8, 13, 196])('of %i numbers', (width) => {
    const { put, putIntegers, call, get, room } = bench();
    const source = values(3, 9 * width);
    const indices = [8, 0, 3, 3, 7, 1];
    const at = room(indices.length * width, 7);
    call('gather', at, put(source), putIntegers(indices), indices.length, width);
    const expected = indices.flatMap((row) => [...source.subarray(row * width, (row + 1) * width)]);
    expectBits(get(at, indices.length * width), expected);
  });
});

describe('an update', () => {
  const length = 8;
  const start = values(1, length);
  const rate = Math.fround(0.05);
  const epsilon = Math.fround(1e-3);

  /** Three steps by the kernel: theta and slots. */
  function train(optimizer: OptimizerSpec, slots: number): readonly Float32Array[] {
    const { put, call, get, room } = kernelBench(rowKernels(optimizer, TASKS, STRIDE));
    const theta = put(start);
    const kept = Array.from({ length: slots }, () => room(length));
    for (let step = 0; step < 3; step++)
      call('update', theta, put(values(10 + step, length)), 2, rate, epsilon, ...kept);
    return [theta, ...kept].map((address) => get(address, length));
  }

  /** The same by a plain rule for one number, slots first to last. */
  function expected(rule: (theta: number, gradient: number, slots: number[]) => number, slots: number): Float32Array[] {
    const theta = start.slice();
    const kept = Array.from({ length: slots }, () => new Float32Array(length));
    for (let step = 0; step < 3; step++) {
      values(10 + step, length).forEach((gradient, i) => {
        const own = kept.map((slot) => slot[i] ?? NaN);
        theta[i] = rule(theta[i] ?? NaN, gradient, own);
        kept.forEach((slot, index) => {
          slot[i] = own[index] ?? NaN;
        });
      });
    }
    return [theta, ...kept];
  }

  const f = Math.fround;

  it('of plain gradient descent is theta - rate g', () => {
    const found = train(SGD, 0);
    const wanted = expected((theta, g) => f(theta - f(g * rate)), 0);
    found.forEach((array, index) => expectBits(array, wanted[index] ?? []));
  });

  it('with momentum is v = mu v + g, theta - rate v', () => {
    const mu = f(0.9);
    const found = train({ kind: 'momentum', momentum: 0.9 }, 1);
    const wanted = expected((theta, g, slots) => {
      const velocity = f(f((slots[0] ?? NaN) * mu) + g);
      slots[0] = velocity;
      return f(theta - f(velocity * rate));
    }, 1);
    found.forEach((array, index) => expectBits(array, wanted[index] ?? []));
  });

  it('of Adam keeps sums of gradients and of their squares', () => {
    const [b1, b2] = [f(0.9), f(0.999)];
    const found = train({ kind: 'adam', beta1: 0.9, beta2: 0.999, epsilon: 1e-8 }, 2);
    const wanted = expected((theta, g, slots) => {
      const first = f(f((slots[0] ?? NaN) * b1) + g);
      const second = f(f((slots[1] ?? NaN) * b2) + f(g * g));
      slots[0] = first;
      slots[1] = second;
      return f(theta - f(f(first / f(f(Math.sqrt(second)) + epsilon)) * rate));
    }, 2);
    found.forEach((array, index) => expectBits(array, wanted[index] ?? []));
  });
});
