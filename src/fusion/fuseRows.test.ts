import { describe, expect, it } from 'vitest';
import type { FusionMethod } from '../spec/fusion';
import { fuseRows } from './fuseRows';
import { base, contextOf, data, tower, tuned } from './sampleFusion.fixture';
import { expectClose } from './expectClose.fixture';
import { towerFusion } from './towerFusion';
import type { Part } from './towerShape';

const EVERY: readonly FusionMethod[] = [
  { kind: 'mean' },
  { kind: 'weighted', weights: [1, 2, 3] },
  { kind: 'fisher', floor: 1e-6 },
  { kind: 'regmean' },
  { kind: 'arithmetic', scale: 1 / 3 },
  { kind: 'ties', keep: 1, scale: 1 },
  { kind: 'layerwise', steps: 5, rate: 0.05 },
  { kind: 'greedy' },
];

describe.each(EVERY)('$kind', (method) => {
  it.each(['trunk', 'all'] satisfies Part[])('leaves identical rows as they are: %s', (on) => {
    const row = tuned[0] ?? base;
    const context = contextOf([row, row, row], on);
    expectClose(fuseRows(method, context), row.slice(0, on === 'trunk' ? tower.trunkColumns : tower.columns), 9);
  });

  it('gives back the only row', () => {
    const alone = { kind: 'weighted', weights: [0.3] } as const;
    const full = { kind: 'arithmetic', scale: 1 } as const;
    const single = method.kind === 'weighted' ? alone : method.kind === 'arithmetic' ? full : method;
    expectClose(fuseRows(single, contextOf(tuned.slice(0, 1))), tuned[0]?.slice(0, tower.trunkColumns) ?? [], 9);
  });

  it('does not depend on the order of the tasks', () => {
    if (method.kind === 'weighted') return;
    const order = [2, 0, 1];
    const towers = order.flatMap((t) => {
      const [row, own] = [tuned[t], data[t]];
      return row === undefined || own === undefined ? [] : [{ row, data: own }];
    });
    expectClose(fuseRows(method, towerFusion(tower, towers, base, 'trunk')), fuseRows(method, contextOf(tuned)), 7);
  });

  it('changes something', () => {
    const fused = fuseRows(method, contextOf(tuned));
    expect(fused.length).toBe(tower.trunkColumns);
    expect(fused.some((value, i) => Math.abs(value - (base[i] ?? 0)) > 0.05)).toBe(true);
  });
});
