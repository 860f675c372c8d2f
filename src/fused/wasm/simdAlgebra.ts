/** {@link Algebra} on four floats at once. */
import type { Algebra } from '../algebra';
import type { FunctionScope } from './functionScope';
import { f32x4, i32, i32x4, select, V128, type Code } from './instructions';

/** Expressions within one function; values that are named become its local variables. */
export function simdAlgebra(scope: FunctionScope): Algebra<Code> {
  return {
    constant: (value) => f32x4.constant([value, value, value, value]),
    add: f32x4.add,
    sub: f32x4.sub,
    mul: f32x4.mul,
    div: f32x4.div,
    min: f32x4.min,
    max: f32x4.max,
    sqrt: f32x4.sqrt,
    round: f32x4.nearest,
    // The bits of 2^n are (n + 127) << 23.
    powerOfTwo: (n) =>
      i32x4.shiftLeft(i32x4.add(f32x4.toIntegers(n), i32x4.splat(i32.constant(127))), i32.constant(23)),
    choose: (a, b, then, otherwise) => select(then, otherwise, f32x4.greater(a, b)),
    let: (value, use) => scope.borrow(V128, (local) => [...local.set(value), ...use(local.get)]),
  };
}
