/** Round numbers for axes. */

/** Multiples of 1, 2 or 5 times a power of ten inside [low, high], about `count` of them. */
export function linearTicks(low: number, high: number, count: number): readonly number[] {
  if (!(high > low) || count < 1) return [];
  const rough = (high - low) / count;
  const power = 10 ** Math.floor(Math.log10(rough));
  const factor = [1, 2, 5, 10].find((f) => f * power >= rough * 0.999) ?? 10;
  const step = factor * power;
  const ticks: number[] = [];
  // The small slack keeps an end that is a multiple up to rounding.
  for (let i = Math.ceil(low / step - 1e-9); i <= high / step + 1e-9; i += 1)
    ticks.push(Number((i * step).toPrecision(12)));
  return ticks;
}

/** Powers of ten inside [low, high]; over less than two decades also 2 and 5; over many, every second, third ... one. */
export function logTicks(low: number, high: number, count: number): readonly number[] {
  if (!(high > low) || low <= 0) return [];
  const [first, last] = [Math.floor(Math.log10(low)), Math.ceil(Math.log10(high))];
  const decades = Math.log10(high / low);
  const factors = decades < 2 ? [1, 2, 5] : [1];
  const stride = Math.max(1, Math.ceil(decades / count));
  const ticks: number[] = [];
  for (let power = first; power <= last; power += 1) {
    if (factors.length === 1 && power % stride !== 0) continue;
    for (const factor of factors) {
      const value = Number((factor * 10 ** power).toPrecision(12));
      if (value >= low * (1 - 1e-9) && value <= high * (1 + 1e-9)) ticks.push(value);
    }
  }
  return ticks.length >= 2 ? ticks : linearTicks(low, high, count).filter((tick) => tick > 0);
}
