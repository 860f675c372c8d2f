import { describe, expect, it } from 'vitest';
import { formatInterval, formatMean } from './formatInterval';

const plain = (text: string): string => text.replaceAll('\u2009', ' ');

describe('formatInterval', () => {
  it.each([
    [0.4583, 0.0812, '0.46 ± 0.08'],
    [0.4583, 0.0123, '0.458 ± 0.012'],
    [-0.4583, 0.0123, '−0.458 ± 0.012'],
    [12.345, 0.012, '12.3 ± 0.01'],
    [0, 0, '0 ± 0'],
    [0.5, 0, '0.500 ± 0.000'],
    [3.14159, 12, '3 ± 12'],
    [-0.0004, 0.03, '0.00 ± 0.03'],
    [12345, 678, '12\u202f300 ± 680'],
  ])('%f and %f give %s', (mean, half, text) => {
    expect(plain(formatInterval(mean, half))).toBe(text);
  });

  it('writes gains in percent with their sign', () => {
    expect(plain(formatInterval(0.1234, 0.031, { style: 'percent', signed: true }))).toBe('+12 ± 3%');
    expect(plain(formatInterval(-0.1234, 0.031, { style: 'percent', signed: true }))).toBe('−12 ± 3%');
  });

  it('writes the mean alone for a single seed', () => {
    expect(formatInterval(0.45678, null)).toBe('0.457');
    expect(formatInterval(0.45678, Number.POSITIVE_INFINITY, { signed: true })).toBe('+0.457');
    expect(formatMean(Number.NaN)).toBe('–');
  });

  it('never signs a zero', () => {
    expect(formatMean(0, { signed: true })).toBe('0');
    expect(formatMean(-0, { signed: true })).toBe('0');
  });
});
