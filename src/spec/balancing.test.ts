import { expect, test } from 'vitest';
import { BALANCING_KINDS } from './balancing';
import { balancingField, resolveBalancing } from './balancingFields';

test('nothing written is static; defaults are written out', () => {
  expect(resolveBalancing(undefined)).toEqual({ kind: 'static' });
  expect(resolveBalancing({ kind: 'uncertainty' })).toEqual({
    kind: 'uncertainty',
    form: 'log-variance',
    rate: 0.025,
    start: 'first-loss',
  });
  expect(resolveBalancing({ kind: 'dwa', every: 5 })).toEqual({ kind: 'dwa', temperature: 2, every: 5 });
  expect(resolveBalancing({ kind: 'cagrad', c: 0.4 })).toEqual({ kind: 'cagrad', c: 0.4 });
});

test.each(BALANCING_KINDS)('%s: what is resolved may be written again, and stays', (kind) => {
  const resolved = resolveBalancing(balancingField.parse({ kind }));
  expect(resolveBalancing(balancingField.parse(resolved))).toEqual(resolved);
});

test.each([
  { kind: 'best' },
  { kind: 'cagrad', c: -1 },
  { kind: 'cagrad', alpha: 1 },
  { kind: 'dwa', every: 0 },
  { kind: 'dwa', every: 1.5 },
  { kind: 'uncertainty', form: 'gaussian' },
  { kind: 'mgda', c: 1 },
  'mgda',
])('refuses %o', (written) => {
  expect(balancingField.safeParse(written).success).toBe(false);
});
