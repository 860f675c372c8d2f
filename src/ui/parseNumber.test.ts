import { describe, expect, it } from 'vitest';
import { parseNumber } from './parseNumber';

describe('parseNumber', () => {
  it.each([
    ['0.01', 0.01],
    ['１２。５', 12.5],
    ['−3', -3],
    ['1,5', 1.5],
    [' 1e-3 ', 0.001],
    ['.5', 0.5],
    ['12\u202f345', 12345],
  ])('reads %s as %f', (text, value) => {
    expect(parseNumber(text)).toBe(value);
  });

  it.each(['', 'abc', '1e', '--1', '1.2.3', 'NaN', 'Infinity', '1e999', '0x10'])('refuses %s', (text) => {
    expect(parseNumber(text)).toBeNull();
  });
});
