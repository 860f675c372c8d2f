import { describe, expect, it } from 'vitest';
import { placeOfValue, SLIDER_STEPS, valueAtPlace } from './sliderScale';

const range = { min: 1e-4, max: 10 };

describe('logarithmic sliders', () => {
  it('reach both ends exactly', () => {
    expect(valueAtPlace(0, range, 'log')).toBe(1e-4);
    expect(valueAtPlace(SLIDER_STEPS, range, 'log')).toBe(10);
    expect(valueAtPlace(0, range, 'log-with-zero')).toBe(0);
    expect(valueAtPlace(1, range, 'log-with-zero')).toBe(1e-4);
  });

  it('never decrease, and come back to the place they came from', () => {
    let last = -1;
    for (let place = 0; place <= SLIDER_STEPS; place += 1) {
      const value = valueAtPlace(place, range, 'log-with-zero');
      expect(value).toBeGreaterThanOrEqual(last);
      last = value;
      expect(Math.abs(placeOfValue(value, range, 'log-with-zero') - place)).toBeLessThanOrEqual(1);
    }
  });

  it('put equal ratios equally far apart and clamp outside values', () => {
    const place = (value: number): number => placeOfValue(value, range, 'log');
    expect(place(1e-2) - place(1e-3)).toBe(place(1e-1) - place(1e-2));
    expect(place(100)).toBe(SLIDER_STEPS);
    expect(place(0)).toBe(0);
  });
});
