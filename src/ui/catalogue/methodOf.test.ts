import { describe, expect, it } from 'vitest';
import { BALANCING_KINDS } from '../../spec/balancing';
import { resolveBalancing } from '../../spec/balancingFields';
import { allMethods, factsOf } from './methodId';
import { methodOfBalancing, methodOfOperation, methodOfScheme } from './methodOf';

describe('the card of what an experiment asks for', () => {
  it('tells hard sharing from full sharing by the layers tied', () => {
    const hard = { kind: 'hard', sharedLayers: 2, groups: null } as const;
    expect(methodOfScheme(hard, 3)).toBe('scheme.hard');
    expect(methodOfScheme(hard, 2)).toBe('scheme.full');
  });

  it('tells soft penalties, meta-learners and gates apart', () => {
    const soft = { kind: 'soft', lambda: 1, on: 'trunk', coupling: 'proximal' } as const;
    const experts = { kind: 'experts', experts: 4, ownExperts: 0, units: 8, levels: 1 } as const;
    const meta = { kind: 'meta', innerSteps: 8, outerRate: 1, annealOver: 100 } as const;
    expect(methodOfScheme({ ...soft, penalty: 'l1' }, 3)).toBe('scheme.soft-l1');
    expect((['common', 'task', 'ple'] as const).map((gating) => methodOfScheme({ ...experts, gating }, 3))).toEqual([
      'scheme.omoe',
      'scheme.mmoe',
      'scheme.ple',
    ]);
    expect(methodOfScheme({ ...meta, method: 'fomaml' }, 3)).toBe('scheme.fomaml');
  });

  it.each(BALANCING_KINDS)('is there for %s', (kind) => {
    expect(allMethods()).toContain(methodOfBalancing(resolveBalancing({ kind })));
  });

  it('gives the revised form of uncertainty weighting its own', () => {
    const revised = resolveBalancing({ kind: 'uncertainty', form: 'revised' });
    expect(factsOf(methodOfBalancing(revised)).papers).toEqual(['revised']);
  });

  it('tells the two anchors apart', () => {
    expect(methodOfOperation({ do: 'anchor', penalty: 'ewc', lambda: 1, task: 0 })).toBe('timeline.anchor-ewc');
    expect(methodOfOperation({ do: 'prune', sparsity: 0.5, on: 'trunk' })).toBe('timeline.prune');
  });
});
