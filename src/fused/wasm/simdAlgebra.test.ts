/**
 * The same expressions as instructions and as plain numbers: equal to the last bit. And both against JavaScript's own
 * functions, which are right to less than one unit in the last place of a double.
 */
import { describe, expect, it } from 'vitest';
import type { Activation } from '../../spec/experiment';
import { FUSED_ACTIVATIONS } from '../activations';
import type { Algebra } from '../algebra';
import { exp, sigmoid, tanh } from '../elementary';
import { bitsOf, kernelBench } from '../testing/kernelBench';
import { numberAlgebra } from '../testing/numberAlgebra';
import { f32x4, I32 } from './instructions';
import { inBlocks } from './loops';
import { simdAlgebra } from './simdAlgebra';

type Expression = <E>(m: Algebra<E>, a: E, b: E) => E;

/** Four numbers at a time through the expression. */
function byInstructions(expression: Expression, a: Float32Array, b: Float32Array): Float32Array {
  const bench = kernelBench(
    [
      {
        name: 'map',
        write(scope) {
          const [first, second, result, left] = [0, 1, 2, 3].map(() => scope.param(I32));
          if (!first || !second || !result || !left) return [];
          const value = expression(simdAlgebra(scope), f32x4.load(first.get), f32x4.load(second.get));
          const body = [f32x4.store(result.get, value), ...[first, second, result].map((each) => each.advance(16))];
          return inBlocks(left, 1, body.flat());
        },
      },
    ],
    32,
  );
  const result = bench.room(a.length);
  bench.call('map', bench.put(a), bench.put(b), result, a.length / 4);
  return bench.get(result, a.length);
}

const byNumbers = (expression: Expression, a: Float32Array, b: Float32Array): Float32Array =>
  a.map((value, i) => expression(numberAlgebra, value, b[i] ?? NaN));

/** Numbers of every size, both signs, dense about zero, with all that is special. */
const SPECIAL = [
  0, -0, 1, -1, 0.625, -0.625, 0.5, 1.5, 2.5, -0.5, -1.5, 87, -87, 88, -88, 89, 500, -500, 1e-30, -1e-45,
];
const MANY = Float32Array.from({ length: 40_000 }, (_, i) => {
  if (i < SPECIAL.length) return SPECIAL[i] ?? 0;
  return i % 2 === 0 ? ((i * 7919) % 40_000) / 225 - 88 : (((i * 7919) % 40_000) / 20_000 - 1) * 2 ** ((i % 24) - 20);
});
const REVERSED = MANY.slice().reverse();

const unary =
  (name: <E>(m: Algebra<E>, x: E) => E): Expression =>
  (m, a) =>
    name(m, a);

const EXPRESSIONS: Readonly<Record<string, Expression>> = {
  exp: unary(exp),
  tanh: unary(tanh),
  sigmoid: unary(sigmoid),
  round: (m, a) => m.round(a),
  'square root': (m, a) => m.sqrt(m.mul(a, a)),
  difference: (m, a, b) => m.sub(a, b),
  quotient: (m, a, b) => m.div(a, m.add(b, m.constant(0.3))),
  smaller: (m, a, b) => m.min(a, b),
  larger: (m, a, b) => m.max(a, b),
  choice: (m, a, b) => m.choose(a, b, m.constant(1), m.mul(b, b)),
  'named within named': (m, a, b) =>
    m.let(m.add(a, b), (c) =>
      m.add(
        m.let(m.mul(c, a), (d) => m.mul(d, d)),
        c,
      ),
    ),
};

describe('instructions and numbers give the same bits', () => {
  it.each(Object.keys(EXPRESSIONS))('%s', (name) => {
    const expression = EXPRESSIONS[name] ?? ((_, a) => a);
    const [instructions, numbers] = [byInstructions, byNumbers].map((by) => bitsOf(by(expression, MANY, REVERSED)));
    const different = (numbers ?? []).findIndex((bits, i) => bits !== instructions?.[i]);
    expect(different, `at ${MANY[different]} and ${REVERSED[different]}`).toBe(-1);
  });

  it.each(Object.keys(FUSED_ACTIVATIONS) as Activation[])('%s, forward and backward', (name) => {
    const { forward, backward } = FUSED_ACTIVATIONS[name];
    const there: Expression = (m, a) => forward(m, a);
    const back: Expression = (m, a, b) => backward(m, a, b);
    const outputs = byNumbers(there, MANY, MANY);
    expect(bitsOf(byInstructions(there, MANY, MANY))).toEqual(bitsOf(outputs));
    expect(bitsOf(byInstructions(back, REVERSED, outputs))).toEqual(bitsOf(byNumbers(back, REVERSED, outputs)));
  });
});

describe('elementary functions', () => {
  /** Largest distance in units of the last place of a 32-bit float. */
  function largestError(of: (x: number) => number, exact: (x: number) => number, from: number, to: number): number {
    let largest = 0;
    for (const x of MANY) {
      if (x < from || x > to) continue;
      const truth = exact(x);
      const unit = 2 ** (Math.max(-126, Math.floor(Math.log2(Math.abs(truth)))) - 23);
      if (truth !== 0) largest = Math.max(largest, Math.abs(of(x) - truth) / unit);
    }
    return largest;
  }

  it('are right to three units in the last place', () => {
    expect(largestError((x) => exp(numberAlgebra, x), Math.exp, -87, 88)).toBeLessThan(3);
    expect(largestError((x) => tanh(numberAlgebra, x), Math.tanh, -500, 500)).toBeLessThan(3);
    expect(
      largestError(
        (x) => sigmoid(numberAlgebra, x),
        (x) => 1 / (1 + Math.exp(-x)),
        -87,
        500,
      ),
    ).toBeLessThan(3);
  });

  it('keep their ends: nothing overflows, zero stays zero, tanh is odd', () => {
    expect(exp(numberAlgebra, 1e30)).toBeLessThan(Infinity);
    expect(exp(numberAlgebra, -1e30)).toBeGreaterThan(0);
    expect(exp(numberAlgebra, 0)).toBe(1);
    expect(Object.is(tanh(numberAlgebra, 0), 0)).toBe(true);
    expect(tanh(numberAlgebra, 50)).toBe(1);
    expect(sigmoid(numberAlgebra, 0)).toBe(0.5);
    expect(MANY.every((x) => tanh(numberAlgebra, -x) === -tanh(numberAlgebra, x))).toBe(true);
  });

  it('lets units that only fill up stay silent in every activation', () => {
    for (const { forward, backward } of Object.values(FUSED_ACTIVATIONS)) {
      expect(Math.abs(forward(numberAlgebra, 0))).toBe(0);
      expect(Math.abs(backward(numberAlgebra, 0, 0))).toBe(0);
    }
  });

  it('leaves a number that is none what it is, so that divergence is seen', () => {
    const broken = Float32Array.from({ length: 4 }, () => NaN);
    for (const name of ['linear', 'tanh'] as const) {
      const [value] = byInstructions((m, a) => FUSED_ACTIVATIONS[name].forward(m, a), broken, broken);
      expect(value, name).toBeNaN();
    }
  });
});
