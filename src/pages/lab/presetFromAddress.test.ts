import { describe, expect, it } from 'vitest';
import { presetFromAddress, withPreset } from './presetFromAddress';

describe('presetFromAddress', () => {
  it.each([
    ['', { kind: 'built-in', id: 'penguins' }],
    ['p=first-look', { kind: 'built-in', id: 'first-look' }],
    ['x=1:abc', { kind: 'link', packed: '1:abc' }],
    ['p=first-look&x=1:abc', { kind: 'link', packed: '1:abc' }],
    ['p=nothing', { kind: 'unknown', id: 'nothing' }],
    ['p=__proto__', { kind: 'unknown', id: '__proto__' }],
    ['p=', { kind: 'unknown', id: '' }],
  ])('%j', (query, expected) => {
    expect(presetFromAddress(new URLSearchParams(query))).toEqual(expected);
  });

  it('shows no more than sixty characters of an unknown name', () => {
    expect(presetFromAddress(new URLSearchParams(`p=${'a'.repeat(500)}`))).toEqual({
      kind: 'unknown',
      id: `${'a'.repeat(60)}…`,
    });
  });
});

describe('withPreset', () => {
  it('changes the preset and keeps the rest', () => {
    const query = withPreset(new URLSearchParams('x=1:abc&backend=cpu&lang=en'), 'negated');
    expect(query.toString()).toBe('backend=cpu&lang=en&p=negated');
  });
});
