import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Scheme } from '../../spec/scheme';
import { checkStructure, type Structure } from './structure';
import { structureOf } from './structureOf';

const experts = fc
  .record({
    gating: fc.constantFrom('common', 'task', 'ple'),
    experts: fc.integer({ min: 1, max: 8 }),
    own: fc.integer({ min: 0, max: 3 }),
    levels: fc.integer({ min: 1, max: 3 }),
  })
  .map(({ gating, experts: shared, own, levels }): Scheme => ({
    kind: 'experts',
    gating,
    experts: shared,
    ownExperts: gating === 'ple' ? own : 0,
    units: 8,
    levels: gating === 'ple' ? levels : 1,
  }));

const schemes: fc.Arbitrary<Scheme> = fc.oneof(
  fc.constant<Scheme>({ kind: 'alone' }),
  fc.constant<Scheme>({ kind: 'hard', sharedLayers: 2, groups: null }),
  fc.constant<Scheme>({ kind: 'hard', sharedLayers: 2, groups: [[1, 0]] }),
  fc.constant<Scheme>({ kind: 'soft', lambda: 1, penalty: 'pairwise', on: 'trunk', coupling: 'proximal' }),
  fc.constant<Scheme>({ kind: 'cross-stitch', same: 0.9, rateFactor: 10 }),
  fc.constant<Scheme>({ kind: 'sluice', subspaces: 2, same: 0.9, rateFactor: 10, orthogonality: 0 }),
  fc.constantFrom(0, 0.05).map((adversary): Scheme => ({
    kind: 'shared-private',
    adversary,
    discriminatorSteps: 5,
    discriminatorRate: 0.02,
    orthogonality: 0,
  })),
  experts,
  fc.constant<Scheme>({ kind: 'adapters', rank: 2, trunkSteps: 10 }),
);

/** Whether activations can go from some input to the node. */
function reached({ nodes, edges }: Structure, id: string): boolean {
  const fed = new Set(nodes.filter((node) => node.kind === 'input').map((node) => node.id));
  for (let grown = -1; grown !== fed.size;) {
    grown = fed.size;
    for (const edge of edges) if (edge.kind !== 'pull' && fed.has(edge.from)) fed.add(edge.to);
  }
  return fed.has(id);
}

describe('structures', () => {
  it('are sound for every scheme: no loose line, inside the grid, one head per task, each fed from an input', () => {
    fc.assert(
      fc.property(schemes, fc.integer({ min: 2, max: 5 }), fc.integer({ min: 1, max: 3 }), (scheme, tasks, layers) => {
        const structure = structureOf(scheme, tasks, layers);
        checkStructure(structure);
        const heads = structure.nodes.filter((node) => node.kind === 'head');
        expect(heads.map((head) => head.task).sort()).toEqual(Array.from({ length: tasks }, (_, task) => task));
        for (const head of heads) expect(reached(structure, head.id)).toBe(true);
        for (const node of structure.nodes) {
          expect(node.x).toBeGreaterThanOrEqual(-1e-9);
          expect(node.x).toBeLessThanOrEqual(structure.columns - 1 + 1e-9);
          expect(node.y).toBeGreaterThanOrEqual(0);
          expect(node.y).toBeLessThan(structure.rows);
        }
      }),
    );
  });

  it('keep tasks apart where nothing is shared, and join them where something is', () => {
    const shared = (structure: Structure): number =>
      structure.nodes.filter((node) => node.task === null && node.kind !== 'input').length;
    expect(shared(structureOf({ kind: 'alone' }, 3, 2))).toBe(0);
    expect(shared(structureOf({ kind: 'hard', sharedLayers: 2, groups: [[0, 2]] }, 4, 2))).toBe(2);
    expect(shared(structureOf({ kind: 'adapters', rank: 2, trunkSteps: 10 }, 3, 2))).toBe(2);
  });

  it("hide a task's own experts from the other tasks' gates", () => {
    const scheme: Scheme = { kind: 'experts', gating: 'ple', experts: 1, ownExperts: 2, units: 8, levels: 1 };
    const { nodes, edges } = structureOf(scheme, 3, 2);
    const owner = new Map(nodes.map((node) => [node.id, node.task]));
    const into = edges.filter((edge) => edge.to === 'gate 1 1').map((edge) => owner.get(edge.from));
    expect(into.sort()).toEqual([1, 1, null]);
  });

  it('name what is wrong with a drawing', () => {
    const node = { id: 'a', kind: 'layer', task: null, number: 1, x: 0, y: 0 } as const;
    const grid = { columns: 1, rows: 1 };
    expect(() => checkStructure({ nodes: [node, node], edges: [], ...grid })).toThrow(/same id/);
    const loose = [{ from: 'a', to: 'b', kind: 'flow' }] as const;
    expect(() => checkStructure({ nodes: [node], edges: loose, ...grid })).toThrow('a -> b');
  });
});
