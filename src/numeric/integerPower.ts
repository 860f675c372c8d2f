/** base^exponent for whole exponents from 0 by repeated squaring: the same bits in every engine, unlike `Math.pow`. */
export function integerPower(base: number, exponent: number): number {
  let result = 1;
  let factor = base;
  for (let left = exponent; left > 0; left = Math.floor(left / 2)) {
    if (left % 2 === 1) result *= factor;
    factor *= factor;
  }
  return result;
}
