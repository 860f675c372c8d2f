/** Structures of the schemes that act on rows: towers apart, towers in one, towers on springs. */
import type { Structure, StructureEdge, StructureNode } from './structure';

function flow(from: string, to: string): StructureEdge {
  return { from, to, kind: 'flow' };
}

/** One tower per task: an input, `layers` trunk layers, a head. */
export function aloneStructure(tasks: number, layers: number): Structure {
  const nodes: StructureNode[] = [];
  const edges: StructureEdge[] = [];
  for (let task = 0; task < tasks; task += 1) {
    nodes.push({ id: `input ${task}`, kind: 'input', task, number: null, x: task, y: 0 });
    for (let layer = 1; layer <= layers; layer += 1) {
      nodes.push({ id: `layer ${layer} ${task}`, kind: 'layer', task, number: layer, x: task, y: layer });
      edges.push(flow(layer === 1 ? `input ${task}` : `layer ${layer - 1} ${task}`, `layer ${layer} ${task}`));
    }
    nodes.push({ id: `head ${task}`, kind: 'head', task, number: null, x: task, y: layers + 1 });
    edges.push(flow(layers === 0 ? `input ${task}` : `layer ${layers} ${task}`, `head ${task}`));
  }
  return { nodes, edges, columns: tasks, rows: layers + 2 };
}

/** Towers joined by springs, layer by layer. */
export function softStructure(tasks: number, layers: number): Structure {
  const apart = aloneStructure(tasks, layers);
  const springs = Array.from({ length: layers }, (_, layer) =>
    Array.from({ length: tasks - 1 }, (__, task): StructureEdge => ({
      from: `layer ${layer + 1} ${task}`,
      to: `layer ${layer + 1} ${task + 1}`,
      kind: 'pull',
    })),
  ).flat();
  return { ...apart, edges: [...apart.edges, ...springs] };
}

/**
 * One trunk per group of tasks, in the middle above its members; every task its own head.
 * @param groups disjoint lists of tasks; tasks in none stand alone. `null` = all together.
 */
export function hardStructure(tasks: number, layers: number, groups: readonly (readonly number[])[] | null): Structure {
  const all = Array.from({ length: tasks }, (_, task) => task);
  const named = new Set((groups ?? [all]).flat());
  const trunks = [...(groups ?? [all]), ...all.filter((task) => !named.has(task)).map((task) => [task])];
  // Members of a group stand together, so that trunks do not cross.
  const column = new Map(trunks.flat().map((task, place) => [task, place]));
  const nodes: StructureNode[] = [];
  const edges: StructureEdge[] = [];
  trunks.forEach((members, trunk) => {
    const x = members.reduce((sum, task) => sum + (column.get(task) ?? 0), 0) / Math.max(1, members.length);
    const own = members.length === 1 ? (members[0] ?? null) : null;
    nodes.push({ id: `input ${trunk}`, kind: 'input', task: own, number: null, x, y: 0 });
    for (let layer = 1; layer <= layers; layer += 1) {
      nodes.push({ id: `layer ${layer} ${trunk}`, kind: 'layer', task: own, number: layer, x, y: layer });
      edges.push(flow(layer === 1 ? `input ${trunk}` : `layer ${layer - 1} ${trunk}`, `layer ${layer} ${trunk}`));
    }
    for (const task of members) {
      nodes.push({ id: `head ${task}`, kind: 'head', task, number: null, x: column.get(task) ?? 0, y: layers + 1 });
      edges.push(flow(layers === 0 ? `input ${trunk}` : `layer ${layers} ${trunk}`, `head ${task}`));
    }
  });
  return { nodes, edges, columns: tasks, rows: layers + 2 };
}
