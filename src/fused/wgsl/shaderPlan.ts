/**
 * What the text of a training shader depends on, and how its work is cut. One workgroup trains one network ("lane"): it
 * goes through the batch in tiles of rows whose activations fit into its own memory, and through every matrix in tiles of
 * four by four numbers, one per invocation.
 */
import type { Loss, OptimizerSpec } from '../../spec/experiment';
import { wholeVectors, type TowerPlan } from '../towerPlan';

/** Where a step finds its rows: all of them, resident ones by a table of indices, or new ones uploaded for every step. */
export type RowSource = 'whole' | 'ordered' | 'fresh';

export interface ShaderPlan {
  readonly tower: TowerPlan;
  /** Losses that occur, in the order by which `Row.loss` counts them. */
  readonly losses: readonly Loss[];
  readonly optimizer: OptimizerSpec;
  readonly points: number;
  readonly arms: number;
  readonly seeds: number;
  readonly tasks: number;
  readonly source: RowSource;
  /** Rows per task of `inputs`, `targets` and, for a table of indices, of the table. */
  readonly storedRows: number;
  /** Rows of a step, of the task that has most. */
  readonly stepRows: number;
  /** Positions of the anchor and its stiffness among the parts of the state, `null` when nothing is anchored. */
  readonly anchor: { readonly at: number; readonly stiffness: number } | null;
}

export interface Tiling {
  /** Rows of the batch in one tile, a multiple of four. */
  readonly rows: number;
  /** Invocations of a workgroup. */
  readonly threads: number;
  /** First vector of every layer's activations, and how many vectors there are. */
  readonly activations: readonly number[];
  readonly vectors: number;
  /** Whether activations lie in the workgroup's memory; else in a storage buffer. */
  readonly local: boolean;
}

/** Bytes of workgroup memory that every WebGPU device has. */
const LOCAL_BYTES = 16_384;
const VECTOR_BYTES = 16;
/** With fewer rows per tile the barriers cost more than slower memory does. */
const FEWEST_LOCAL_ROWS = 16;
const MOST_STORED_ROWS = 64;
const MOST_THREADS = 256;
const FEWEST_THREADS = 32;

/** Vectors of four that hold `count` numbers. */
export function vectorsOf(count: number): number {
  return wholeVectors(count) / 4;
}

/** How the work of a plan is cut; a function of the plan alone, so that results do not depend on the device's limits. */
export function tilingOf({ tower, stepRows }: Pick<ShaderPlan, 'tower' | 'stepRows'>): Tiling {
  const perRow = tower.layers.reduce((sum, layer) => sum + vectorsOf(layer.width), 0);
  const fitting = Math.floor(LOCAL_BYTES / VECTOR_BYTES / perRow / 4) * 4;
  const local = fitting >= Math.min(FEWEST_LOCAL_ROWS, wholeVectors(stepRows));
  const rows = evenTile(stepRows, local ? fitting : MOST_STORED_ROWS);
  let vectors = 0;
  const activations = tower.layers.map((layer) => {
    const first = vectors;
    vectors += rows * vectorsOf(layer.width);
    return first;
  });
  const tiles = tower.layers.map((layer) => {
    return vectorsOf(layer.width) * Math.max(rows / 4, vectorsOf(layer.inputs));
  });
  const threads = Math.min(MOST_THREADS, Math.max(FEWEST_THREADS, 2 ** Math.ceil(Math.log2(Math.max(...tiles)))));
  return { rows, threads, activations, vectors, local };
}

/** Rows of a tile of at most `most`, such that all tiles of a batch are about equally full. */
function evenTile(stepRows: number, most: number): number {
  const tiles = Math.ceil(stepRows / most);
  return wholeVectors(Math.ceil(stepRows / tiles));
}
