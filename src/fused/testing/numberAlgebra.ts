/** {@link Algebra} on plain numbers: every operation rounded to 32 bits, as all fused backends do. Not part of the product. */
import type { Algebra } from '../algebra';

/** The nearest whole number, the even one of two; what is rounded to zero keeps its sign. */
function nearestEven(value: number): number {
  const below = Math.floor(value);
  const rest = value - below;
  const up = rest === 0.5 ? below % 2 !== 0 : rest > 0.5;
  const size = Math.abs(up ? below + 1 : below);
  return value < 0 || Object.is(value, -0) ? -size : size;
}

export const numberAlgebra: Algebra<number> = {
  constant: Math.fround,
  add: (a, b) => Math.fround(a + b),
  sub: (a, b) => Math.fround(a - b),
  mul: (a, b) => Math.fround(a * b),
  div: (a, b) => Math.fround(a / b),
  min: (a, b) => (b < a ? b : a),
  max: (a, b) => (a < b ? b : a),
  sqrt: (a) => Math.fround(Math.sqrt(a)),
  round: nearestEven,
  powerOfTwo: (n) => 2 ** n,
  choose: (a, b, then, otherwise) => (a > b ? then : otherwise),
  let: (value, use) => use(value),
};
