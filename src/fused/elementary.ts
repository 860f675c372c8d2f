/**
 * Elementary functions in 32-bit floats, the same bits in every browser: the ones of JavaScript differ in the last place.
 * Range reductions and polynomials of Cephes (Moshier), errors of one or two units in the last place.
 */
import type { Algebra } from './algebra';

/** Coefficients from the highest power down (Horner). */
function polynomial<E>(m: Algebra<E>, x: E, coefficients: readonly number[]): E {
  return coefficients
    .slice(1)
    .reduce((sum, coefficient) => m.add(m.mul(sum, x), m.constant(coefficient)), m.constant(coefficients[0] ?? 0));
}

const EXP = [1.9875691e-4, 1.3981999507e-3, 8.3334519073e-3, 4.1665795894e-2, 1.6666665459e-1, 5.0000001201e-1];
/** ln 2 in two parts: the first has so few digits that its product with a small whole number is exact. */
const LN2 = [0.693359375, -2.1219444e-4] as const;

/** e^x; x is taken into -87..88, where the result is a normal number. */
export function exp<E>(m: Algebra<E>, x: E): E {
  return m.let(m.max(m.min(x, m.constant(88)), m.constant(-87)), (y) =>
    m.let(m.round(m.mul(y, m.constant(Math.LOG2E))), (n) =>
      m.let(m.sub(m.sub(y, m.mul(n, m.constant(LN2[0]))), m.mul(n, m.constant(LN2[1]))), (r) => {
        const fraction = m.add(m.add(m.mul(polynomial(m, r, EXP), m.mul(r, r)), r), m.constant(1));
        return m.mul(fraction, m.powerOfTwo(n));
      }),
    ),
  );
}

const TANH = [-5.70498872745e-3, 2.06390887954e-2, -5.37397155531e-2, 1.33314422036e-1, -3.33332819422e-1];

/** tanh x: an odd polynomial near zero, 1 - 2 / (e^2|x| + 1) beyond. tanh 0 = 0 exactly. */
export function tanh<E>(m: Algebra<E>, x: E): E {
  return m.let(x, (y) =>
    m.let(m.max(y, m.sub(m.constant(0), y)), (size) => {
      const near = m.let(m.mul(y, y), (square) => m.add(m.mul(m.mul(polynomial(m, square, TANH), square), y), y));
      const far = m.sub(
        m.constant(1),
        m.div(m.constant(2), m.add(exp(m, m.mul(m.min(size, m.constant(10)), m.constant(2))), m.constant(1))),
      );
      const signed = m.let(far, (value) => m.choose(m.constant(0), y, m.sub(m.constant(0), value), value));
      return m.choose(m.constant(0.625), size, near, signed);
    }),
  );
}

/** 1 / (1 + e^-x) */
export function sigmoid<E>(m: Algebra<E>, x: E): E {
  return m.div(m.constant(1), m.add(m.constant(1), exp(m, m.sub(m.constant(0), x))));
}
