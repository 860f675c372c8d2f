import { describe, expect, it } from 'vitest';
import { formatInteger, formatPercent, formatSeconds, formatSignificant, formatSpeed } from './numberFormat';

describe('numbers on the page', () => {
  it.each([
    [0, '0'],
    [0.046123, '0.0461'],
    [-0.5, '−0.5'],
    [12.345, '12.3'],
    [1234.5, '1\u202f230'],
    [0.0000123, '1.23e−5'],
    [-1e9, '−1e9'],
    [NaN, '–'],
    [Infinity, '–'],
  ])('%d is written %s', (value, text) => {
    expect(formatSignificant(value)).toBe(text);
  });

  it('groups thousands', () => {
    expect(formatInteger(1234567)).toBe('1\u202f234\u202f567');
    expect(formatInteger(-1234)).toBe('−1\u202f234');
    expect(formatInteger(-0.2)).toBe('0');
  });

  it.each([
    [0.26, '0.26'],
    [149.5, '150'],
    [50_612, '51\u202f000'],
    [12_345_678, '12\u202f000\u202f000'],
  ])('writes %d steps per second as %s', (value, text) => {
    expect(formatSpeed(value)).toBe(text);
  });

  it('writes per cent and seconds', () => {
    expect(formatPercent(-0.1234)).toBe('−12.3%');
    expect(formatSeconds(200)).toBe('3 min 20 s');
    expect(formatSeconds(0.42)).toBe('0.42 s');
  });
});
