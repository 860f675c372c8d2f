/** What is connected with what in a network of each mixing scheme: nodes in columns from the input on, no drawing. */
import type { ExpertsScheme, MixedScheme } from './scheme';

export type DiagramRole =
  'input' | 'shared' | 'private' | 'stitch' | 'layers' | 'expert' | 'gate' | 'adapter' | 'discriminator' | 'head';

export interface DiagramNode {
  readonly id: string;
  readonly role: DiagramRole;
  /** The task it belongs to; `null` = all. */
  readonly task: number | null;
  /** Distance from the input. */
  readonly column: number;
}

/** `reversed`: the gradient comes back with the opposite sign. `weight`: the values of a gate, not features. */
export interface DiagramEdge {
  readonly from: string;
  readonly to: string;
  readonly role: 'features' | 'weight' | 'reversed';
}

export interface Diagram {
  readonly nodes: readonly DiagramNode[];
  readonly edges: readonly DiagramEdge[];
}

interface Draft {
  node(role: DiagramRole, name: string, task: number | null, column: number): string;
  edge(from: string, to: string, role?: DiagramEdge['role']): void;
  readonly diagram: Diagram;
}

function createDraft(): Draft {
  const nodes: DiagramNode[] = [];
  const edges: DiagramEdge[] = [];
  return {
    node(role, id, task, column) {
      nodes.push({ id, role, task, column });
      return id;
    },
    edge: (from, to, role = 'features') => void edges.push({ from, to, role }),
    diagram: { nodes, edges },
  };
}

const count = (length: number): readonly number[] => Array.from({ length }, (_, index) => index);

/** Towers whose layers meet in a mixing unit; with `skips` every mixed layer also reaches the heads. */
function stitched(tasks: number, depth: number, skips: boolean): Diagram {
  const draft = createDraft();
  let before = count(tasks).map((task) => draft.node('input', `input-${task}`, task, 0));
  const stitches: string[] = [];
  for (const layer of count(depth)) {
    const column = 1 + 2 * layer;
    const stitch = draft.node('stitch', `stitch-${layer}`, null, column + 1);
    for (const task of count(tasks)) {
      const unit = draft.node('private', `layer-${layer}-${task}`, task, column);
      draft.edge(before[task] ?? stitch, unit);
      draft.edge(unit, stitch);
    }
    before = count(tasks).map(() => stitch);
    stitches.push(stitch);
  }
  const column = 1 + 2 * depth;
  for (const task of count(tasks)) {
    const head = draft.node('head', `head-${task}`, task, skips ? column + 1 : column);
    const last = skips ? draft.node('layers', `layers-${task}`, task, column) : (before[task] ?? head);
    if (skips) for (const stitch of stitches) draft.edge(stitch, last);
    draft.edge(last, head);
  }
  return draft.diagram;
}

function sharedPrivate(tasks: number, adversary: boolean): Diagram {
  const draft = createDraft();
  const shared = draft.node('shared', 'shared', null, 1);
  for (const task of count(tasks)) {
    const input = draft.node('input', `input-${task}`, task, 0);
    const own = draft.node('private', `private-${task}`, task, 1);
    const head = draft.node('head', `head-${task}`, task, 2);
    draft.edge(input, shared);
    draft.edge(input, own);
    draft.edge(shared, head);
    draft.edge(own, head);
  }
  if (adversary) draft.edge(shared, draft.node('discriminator', 'discriminator', null, 2), 'reversed');
  return draft.diagram;
}

function experts(scheme: ExpertsScheme, tasks: number): Diagram {
  const draft = createDraft();
  let paths = count(tasks).map((task) => draft.node('input', `input-${task}`, task, 0));
  let shared: readonly string[] = paths;
  for (const level of count(scheme.levels)) {
    const column = 1 + 2 * level;
    const common = count(scheme.experts).map((k) => draft.node('expert', `expert-${level}-${k}`, null, column));
    for (const expert of common) for (const from of shared) draft.edge(from, expert);
    const own = paths.map((path, task) =>
      count(scheme.ownExperts).map((k) => {
        const expert = draft.node('expert', `own-${level}-${task}-${k}`, task, column);
        draft.edge(path, expert);
        return expert;
      }),
    );
    const gate = (name: string, task: number | null, reads: readonly string[], from: readonly string[]): string => {
      const id = draft.node('gate', name, task, column + 1);
      for (const source of reads) draft.edge(source, id, 'weight');
      for (const source of from) draft.edge(source, id);
      return id;
    };
    const next =
      scheme.gating === 'common'
        ? Array<string>(tasks).fill(gate(`gate-${level}`, null, paths, common))
        : paths.map((path, task) => gate(`gate-${level}-${task}`, task, [path], [...common, ...(own[task] ?? [])]));
    if (level < scheme.levels - 1) shared = [gate(`shared-gate-${level}`, null, shared, [...common, ...own.flat()])];
    paths = next;
  }
  const column = 1 + 2 * scheme.levels;
  paths.forEach((path, task) => draft.edge(path, draft.node('head', `head-${task}`, task, column)));
  return draft.diagram;
}

function adapters(tasks: number, depth: number): Diagram {
  const draft = createDraft();
  let before = count(tasks).map((task) => draft.node('input', `input-${task}`, task, 0));
  for (const layer of count(depth)) {
    const trunk = draft.node('shared', `trunk-${layer}`, null, 1 + 2 * layer);
    before = before.map((from, task) => {
      const adapter = draft.node('adapter', `adapter-${layer}-${task}`, task, 2 + 2 * layer);
      draft.edge(from, trunk);
      draft.edge(from, adapter);
      draft.edge(trunk, adapter);
      return adapter;
    });
  }
  before.forEach((from, task) => draft.edge(from, draft.node('head', `head-${task}`, task, 1 + 2 * depth)));
  return draft.diagram;
}

/** The diagram of a scheme. @param trunkLayers depth of the model's trunk; experts and trunks of shared-private are drawn whole. */
export function mixedDiagram(scheme: MixedScheme, tasks: number, trunkLayers: number): Diagram {
  switch (scheme.kind) {
    case 'cross-stitch':
      return stitched(tasks, trunkLayers, false);
    case 'sluice':
      return stitched(tasks, trunkLayers, true);
    case 'shared-private':
      return sharedPrivate(tasks, scheme.adversary > 0);
    case 'experts':
      return experts(scheme, tasks);
    case 'adapters':
      return adapters(tasks, trunkLayers);
  }
}
