import { describe, expect, it } from 'vitest';
import { contrastRatio, deltaE2000Lab, linearRgb, mixOklab, simulateDeficiency, toHex } from './colorScience';

describe('colour measures', () => {
  it('gives the WCAG contrast of known pairs', () => {
    expect(contrastRatio('#000000', '#ffffff')).toBeCloseTo(21, 6);
    expect(contrastRatio('#777777', '#ffffff')).toBeCloseTo(4.48, 2);
    expect(contrastRatio('#ffffff', '#777777')).toBe(contrastRatio('#777777', '#ffffff'));
  });

  // Pairs of the table of Sharma, Wu & Dalal (2005).
  it.each([
    [[50, 2.6772, -79.7751], [50, 0, -82.7485], 2.0425],
    [[50, 0, 0], [50, -1, 2], 2.3669],
    [[50, 2.49, -0.001], [50, -2.49, 0.0011], 7.2195],
    [[50, -0.001, 2.49], [50, 0.0011, -2.49], 4.7461],
    [[50, 2.5, 0], [73, 25, -18], 27.1492],
    [[60.2574, -34.0099, 36.2677], [60.4626, -34.1751, 39.4387], 1.2644],
    [[2.0776, 0.0795, -1.135], [0.9033, -0.0636, -0.5514], 0.9082],
  ] as const)('CIEDE2000 of %j and %j is %f', (first, second, expected) => {
    expect(deltaE2000Lab(first, second)).toBeCloseTo(expected, 4);
  });

  it('leaves greys grey for every deficiency and shifts red for protanopes', () => {
    for (const kind of ['protan', 'deutan', 'tritan'] as const) {
      expect(simulateDeficiency('#808080', kind)).toBe('#808080');
    }
    expect(simulateDeficiency('#ff0000', 'protan')).not.toBe('#ff0000');
  });

  it('mixes from one end to the other and round-trips', () => {
    expect(mixOklab('#0a5da4', '#fcfcfa', 1)).toBe('#0a5da4');
    expect(mixOklab('#0a5da4', '#fcfcfa', 0)).toBe('#fcfcfa');
    expect(mixOklab('#000000', '#ffffff', 0.5)).toBe('#636363');
    expect(toHex(linearRgb('#123abc'))).toBe('#123abc');
  });

  it('refuses what is not a colour', () => {
    expect(() => linearRgb('red')).toThrow(RangeError);
  });
});
