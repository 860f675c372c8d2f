/** A network as boxes and lines, on a grid: what {@link StructureDiagram} draws. Columns count from the left, rows from the input up. */
export type NodeKind =
  'input' | 'layer' | 'frozen' | 'expert' | 'gate' | 'stitch' | 'discriminator' | 'adapter' | 'head';

export interface StructureNode {
  readonly id: string;
  readonly kind: NodeKind;
  /** Whose it is; `null` = shared. */
  readonly task: number | null;
  /** Number in its name, from 1; `null` = none. */
  readonly number: number | null;
  /** Middle, in columns: 0 is the first column. */
  readonly x: number;
  /** Row, 0 = lowest. */
  readonly y: number;
  /** Columns it reaches over; default 1. Lines leave a wide part straight below their other end. */
  readonly span?: number;
}

export interface StructureEdge {
  readonly from: string;
  readonly to: string;
  /** `flow`: activations. `mix`: activations that are mixed with others. `pull`: a spring. `reverse`: gradient turned round. */
  readonly kind: 'flow' | 'mix' | 'pull' | 'reverse';
}

export interface Structure {
  readonly nodes: readonly StructureNode[];
  readonly edges: readonly StructureEdge[];
  readonly columns: number;
  readonly rows: number;
}

/** Every node once, lines only between nodes that are there. @throws RangeError naming what is wrong. */
export function checkStructure({ nodes, edges }: Structure): void {
  const ids = new Set(nodes.map((node) => node.id));
  if (ids.size < nodes.length) throw new RangeError('two nodes have the same id');
  const loose = edges.find((edge) => !ids.has(edge.from) || !ids.has(edge.to));
  if (loose !== undefined) throw new RangeError(`no node for the line ${loose.from} -> ${loose.to}`);
}
