/** Between the place of a slider's handle (0 .. SLIDER_STEPS) and the value it stands for. */
export type SliderScale = 'linear' | 'log' | 'log-with-zero';

/** Handle places of a logarithmic slider; a linear one has its own steps. */
export const SLIDER_STEPS = 240;

interface Range {
  readonly min: number;
  readonly max: number;
}

/** Value at a place of a logarithmic slider, rounded to two significant digits; place 0 of `log-with-zero` is exactly 0. */
export function valueAtPlace(place: number, { min, max }: Range, scale: 'log' | 'log-with-zero'): number {
  if (scale === 'log-with-zero' && place <= 0) return 0;
  const first = scale === 'log-with-zero' ? 1 : 0;
  const share = (place - first) / (SLIDER_STEPS - first);
  if (share >= 1) return max;
  if (share <= 0) return min;
  return Number((min * (max / min) ** share).toPrecision(2));
}

/** Nearest place of a value; values outside the range go to the ends. */
export function placeOfValue(value: number, { min, max }: Range, scale: 'log' | 'log-with-zero'): number {
  if (scale === 'log-with-zero' && value <= 0) return 0;
  const first = scale === 'log-with-zero' ? 1 : 0;
  if (value <= min) return first;
  if (value >= max) return SLIDER_STEPS;
  const share = Math.log(value / min) / Math.log(max / min);
  return Math.round(first + share * (SLIDER_STEPS - first));
}
