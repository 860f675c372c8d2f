import { describe, expect, it } from 'vitest';
import { describeError, isFetchFailure } from './describeError';

describe('describeError', () => {
  it('tells message, stack and cause', () => {
    const text = describeError(new Error('outer', { cause: new RangeError('inner') }));
    expect(text).toContain('outer');
    expect(text).toContain('RangeError: inner');
    expect(text).toContain('describeError.test');
  });

  it('survives what is not an error, and circular causes', () => {
    expect(describeError('plain')).toBe('plain');
    expect(describeError(undefined)).toBe('');
    const circle = new Error('round');
    circle.cause = circle;
    expect(describeError(circle).match(/Error: round/g)).toHaveLength(5);
  });

  it('is cut before it becomes a burden', () => {
    expect(describeError(new Error('x'.repeat(100_000))).length).toBe(20_000);
  });
});

describe('isFetchFailure', () => {
  it.each([
    'Failed to fetch dynamically imported module: http://x/a.js',
    'error loading dynamically imported module: http://x/a.js',
    'Importing a module script failed.',
    'Unable to preload CSS for /a.css',
  ])('knows %s', (message) => {
    expect(isFetchFailure(new TypeError(message))).toBe(true);
  });

  it('does not take every error for one', () => {
    expect(isFetchFailure(new TypeError('x is not a function'))).toBe(false);
    expect(isFetchFailure('Importing a module script failed')).toBe(false);
  });
});
