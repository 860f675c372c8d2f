import { describe, expect, it } from 'vitest';
import { fusionField, resolveFusion, type FusionMethod } from './fusion';

const RESOLVED: readonly FusionMethod[] = [
  { kind: 'mean' },
  { kind: 'weighted', weights: [1, 0, 2] },
  { kind: 'fisher', floor: 1e-6 },
  { kind: 'regmean' },
  { kind: 'arithmetic', scale: 0.5 },
  { kind: 'ties', keep: 0.2, scale: 1 },
  { kind: 'layerwise', steps: 50, rate: 0.05 },
  { kind: 'greedy' },
];

describe('fusion methods', () => {
  it.each(RESOLVED)('$kind: what is left out gets its default', (method) => {
    const written = method.kind === 'weighted' ? method : { kind: method.kind };
    expect(resolveFusion(fusionField.parse(written))).toEqual(method);
  });

  it.each(RESOLVED)('$kind: the complete form is valid and resolves to itself', (method) => {
    expect(resolveFusion(fusionField.parse(method))).toEqual(method);
  });

  it('keep what is written', () => {
    const written = { kind: 'ties', keep: 0.5, scale: 2 } as const;
    expect(resolveFusion(fusionField.parse(written))).toEqual(written);
  });

  it.each([
    { kind: 'median' },
    {},
    { kind: 'weighted' },
    { kind: 'mean', scale: 1 },
    { kind: 'fisher', floor: 0 },
    { kind: 'ties', keep: 0 },
    { kind: 'layerwise', steps: 0.5 },
  ])('refuse %j', (written) => {
    expect(fusionField.safeParse(written).success).toBe(false);
  });
});
