import type { LimitName } from '../../spec/limits';

/** How one setting is turned. */
export type Control =
  /** Reaches where the effect is; a value beyond, from a preset, is reached too. */
  | {
      readonly kind: 'slider';
      readonly min: number;
      readonly max: number;
      readonly step?: number;
      readonly scale?: 'linear' | 'log' | 'log-with-zero';
      readonly unit?: 'degrees' | 'steps' | 'rows';
    }
  | {
      readonly kind: 'number';
      readonly limit: LimitName;
      readonly step?: number;
      readonly unit?: 'steps' | 'units' | 'rows';
    }
  | { readonly kind: 'choice'; readonly words: readonly string[] }
  /** A short list of numbers. */
  | { readonly kind: 'list'; readonly limit: LimitName; readonly most: number };

export const slider = (min: number, max: number, step: number): Control => ({ kind: 'slider', min, max, step });
export const logSlider = (min: number, max: number): Control => ({ kind: 'slider', min, max, scale: 'log' });
/** With an exact 0 at the left end. */
export const zeroLogSlider = (min: number, max: number): Control => ({
  kind: 'slider',
  min,
  max,
  scale: 'log-with-zero',
});
export const choice = (...words: readonly string[]): Control => ({ kind: 'choice', words });
