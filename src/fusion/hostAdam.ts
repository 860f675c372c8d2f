/** Adam (Kingma & Ba 2015) in plain doubles with its usual settings, for a handful of numbers. */
const BETA1 = 0.9;
const BETA2 = 0.999;
const EPSILON = 1e-8;

/** A descent of its own over `count` numbers; each call moves `values` one step against the gradient. */
export function createAdam(count: number, rate: number): (values: Float64Array, gradient: Float64Array) => void {
  const m = new Float64Array(count);
  const v = new Float64Array(count);
  // Running products instead of `**`: engines may differ in the last bit of a power.
  let decay1 = 1;
  let decay2 = 1;
  return (values, gradient) => {
    decay1 *= BETA1;
    decay2 *= BETA2;
    for (let i = 0; i < count; i++) {
      const g = gradient[i] ?? 0;
      const first = BETA1 * (m[i] ?? 0) + (1 - BETA1) * g;
      const second = BETA2 * (v[i] ?? 0) + (1 - BETA2) * g * g;
      m[i] = first;
      v[i] = second;
      const step = (rate * first) / (1 - decay1) / (Math.sqrt(second / (1 - decay2)) + EPSILON);
      values[i] = (values[i] ?? 0) - step;
    }
  };
}
