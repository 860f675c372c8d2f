/**
 * The operations on 32-bit floats in which activations, losses and optimizers are written once for every fused backend:
 * one backend makes instructions of them, another the text of a shader, a test plain numbers.
 *
 * @typeParam E a value of the backend
 */
export interface Algebra<E> {
  constant(value: number): E;
  add(a: E, b: E): E;
  sub(a: E, b: E): E;
  mul(a: E, b: E): E;
  div(a: E, b: E): E;
  min(a: E, b: E): E;
  max(a: E, b: E): E;
  sqrt(a: E): E;
  /** The nearest whole number, the even one of two. */
  round(a: E): E;
  /** 2^n for a whole n in -126..127. */
  powerOfTwo(n: E): E;
  /** `then` where a > b, else `otherwise`; both are computed. */
  choose(a: E, b: E, then: E, otherwise: E): E;
  /** Computes `value` once, for a `use` that names it several times. */
  let(value: E, use: (value: E) => E): E;
}
