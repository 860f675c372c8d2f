/** Structures of the schemes that mix activations. */
import type { ExpertsScheme } from '../../spec/scheme';
import type { Structure, StructureEdge, StructureNode } from './structure';

/** Towers with a crossing after every trunk layer; with `skips` (sluice) every crossing also leads into the heads. */
export function stitchStructure(tasks: number, layers: number, skips: boolean): Structure {
  const nodes: StructureNode[] = [];
  const edges: StructureEdge[] = [];
  const middle = (tasks - 1) / 2;
  for (let task = 0; task < tasks; task += 1) {
    nodes.push({ id: `input ${task}`, kind: 'input', task, number: null, x: task, y: 0 });
    nodes.push({ id: `head ${task}`, kind: 'head', task, number: null, x: task, y: 2 * layers + 1 });
  }
  for (let layer = 1; layer <= layers; layer += 1) {
    nodes.push({ id: `stitch ${layer}`, kind: 'stitch', task: null, number: null, x: middle, y: 2 * layer });
    for (let task = 0; task < tasks; task += 1) {
      const id = `layer ${layer} ${task}`;
      nodes.push({ id, kind: 'layer', task, number: layer, x: task, y: 2 * layer - 1 });
      if (layer === 1) edges.push({ from: `input ${task}`, to: id, kind: 'flow' });
      else edges.push({ from: `stitch ${layer - 1}`, to: id, kind: 'mix' });
      edges.push({ from: id, to: `stitch ${layer}`, kind: 'mix' });
    }
  }
  for (let task = 0; task < tasks; task += 1) {
    for (let layer = skips ? 1 : layers; layer <= layers; layer += 1) {
      edges.push({ from: `stitch ${layer}`, to: `head ${task}`, kind: 'mix' });
    }
  }
  return { nodes, edges, columns: tasks, rows: 2 * layers + 2 };
}

/** A shared trunk in the middle, a private one per task around it; the discriminator stands on the shared one. */
export function sharedPrivateStructure(tasks: number, layers: number, adversary: boolean): Structure {
  const shared = Math.ceil(tasks / 2);
  const column = (task: number): number => (task < shared ? task : task + 1);
  const nodes: StructureNode[] = [];
  const edges: StructureEdge[] = [];
  const trunk = (name: string, task: number | null, x: number): void => {
    nodes.push({ id: `input ${name}`, kind: 'input', task, number: null, x, y: 0 });
    for (let layer = 1; layer <= layers; layer += 1) {
      nodes.push({ id: `layer ${layer} ${name}`, kind: 'layer', task, number: layer, x, y: layer });
      const below = layer === 1 ? `input ${name}` : `layer ${layer - 1} ${name}`;
      edges.push({ from: below, to: `layer ${layer} ${name}`, kind: 'flow' });
    }
  };
  trunk('shared', null, shared);
  for (let task = 0; task < tasks; task += 1) {
    trunk(String(task), task, column(task));
    nodes.push({ id: `head ${task}`, kind: 'head', task, number: null, x: column(task), y: layers + 1 });
    edges.push({ from: `layer ${layers} ${task}`, to: `head ${task}`, kind: 'flow' });
    edges.push({ from: `layer ${layers} shared`, to: `head ${task}`, kind: 'mix' });
  }
  if (adversary) {
    nodes.push({ id: 'discriminator', kind: 'discriminator', task: null, number: null, x: shared, y: layers + 1 });
    edges.push({ from: `layer ${layers} shared`, to: 'discriminator', kind: 'reverse' });
  }
  return { nodes, edges, columns: tasks + 1, rows: layers + 2 };
}

/** Experts in a row, gates above them, heads on top; with several levels (PLE) gates feed the experts of the next. */
export function expertsStructure(tasks: number, scheme: ExpertsScheme): Structure {
  const { gating, experts, ownExperts, levels } = scheme;
  const own = gating === 'ple' ? ownExperts : 0;
  const before = Math.ceil(tasks / 2);
  // Own experts of the first tasks, the shared ones in the middle, own experts of the others.
  const owners: readonly (number | null)[] = [
    ...Array.from({ length: before * own }, (_, i) => Math.floor(i / own)),
    ...new Array<null>(experts).fill(null),
    ...Array.from({ length: (tasks - before) * own }, (_, i) => before + Math.floor(i / own)),
  ];
  const columns = Math.max(owners.length, tasks);
  const expertAt = (place: number): number => ((place + 0.5) * columns) / owners.length - 0.5;
  const headAt = (task: number): number => ((task + 0.5) * columns) / tasks - 0.5;
  const nodes: StructureNode[] = [];
  const edges: StructureEdge[] = [];
  const sees = (gate: number | null, owner: number | null): boolean =>
    gate === null || owner === null || owner === gate;
  nodes.push({ id: 'input', kind: 'input', task: null, number: null, x: (columns - 1) / 2, y: 0, span: columns });
  for (let level = 1; level <= levels; level += 1) {
    const last = level === levels;
    const gates: readonly (number | null)[] = [
      ...(gating === 'common' ? [null] : Array.from({ length: tasks }, (_, task) => task)),
      ...(last || gating === 'common' ? [] : [null]),
    ];
    owners.forEach((owner, place) => {
      const id = `expert ${level} ${place}`;
      nodes.push({ id, kind: 'expert', task: owner, number: place + 1, x: expertAt(place), y: 2 * level - 1 });
      edges.push({ from: level === 1 ? 'input' : `gate ${level - 1} ${owner ?? 'shared'}`, to: id, kind: 'flow' });
    });
    for (const gate of gates) {
      const id = `gate ${level} ${gate ?? 'shared'}`;
      const x = gate === null ? (columns - 1) / 2 : headAt(gate);
      nodes.push({ id, kind: 'gate', task: gate, number: null, x, y: 2 * level });
      owners.forEach((owner, place) => {
        if (sees(gate, owner)) edges.push({ from: `expert ${level} ${place}`, to: id, kind: 'mix' });
      });
    }
  }
  for (let task = 0; task < tasks; task += 1) {
    nodes.push({ id: `head ${task}`, kind: 'head', task, number: null, x: headAt(task), y: 2 * levels + 1 });
    edges.push({ from: `gate ${levels} ${gating === 'common' ? 'shared' : task}`, to: `head ${task}`, kind: 'flow' });
  }
  return { nodes, edges, columns, rows: 2 * levels + 2 };
}

/** Wide frozen layers that all tasks run through; in each of them every task has its own correction. */
export function adaptersStructure(tasks: number, layers: number): Structure {
  const nodes: StructureNode[] = [];
  const edges: StructureEdge[] = [];
  for (let layer = 1; layer <= layers; layer += 1) {
    const x = (tasks - 1) / 2;
    nodes.push({ id: `frozen ${layer}`, kind: 'frozen', task: null, number: layer, x, y: layer, span: tasks });
  }
  for (let task = 0; task < tasks; task += 1) {
    nodes.push({ id: `input ${task}`, kind: 'input', task, number: null, x: task, y: 0 });
    for (let layer = 1; layer <= layers; layer += 1) {
      const id = `adapter ${layer} ${task}`;
      nodes.push({ id, kind: 'adapter', task, number: null, x: task, y: layer });
      edges.push({ from: layer === 1 ? `input ${task}` : `adapter ${layer - 1} ${task}`, to: id, kind: 'flow' });
    }
    nodes.push({ id: `head ${task}`, kind: 'head', task, number: null, x: task, y: layers + 1 });
    edges.push({
      from: layers === 0 ? `input ${task}` : `adapter ${layers} ${task}`,
      to: `head ${task}`,
      kind: 'flow',
    });
  }
  return { nodes, edges, columns: tasks, rows: layers + 2 };
}
