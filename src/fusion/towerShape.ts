/**
 * What this layer needs to know of a tower: where the numbers of each layer lie in its row. The layout of
 * `training/layout.ts` is one of these.
 */
import type { Activation } from '../spec/experiment';

export interface LayerShape {
  readonly inputs: number;
  readonly outputs: number;
  readonly activation: Activation;
  /** First column of the weights (inputs x outputs, row-major). */
  readonly weights: number;
  /** First column of the biases. */
  readonly biases: number;
  /** First column after the layer. */
  readonly end: number;
}

export interface TowerShape {
  /** From the input to the output. */
  readonly layers: readonly LayerShape[];
  /** P, the length of a row. */
  readonly columns: number;
  /** Columns of the trunk: 0 .. trunkColumns-1. */
  readonly trunkColumns: number;
}

/** The numbers of one tower, from its column 0 on. */
export type Row = ArrayLike<number>;

/** What of a tower is meant: the layers before the head, or all of them. */
export type Part = 'trunk' | 'all';

/** Columns of a part: 0 .. result-1. */
export function partColumns(tower: TowerShape, part: Part): number {
  return part === 'trunk' ? tower.trunkColumns : tower.columns;
}

/** The layers that lie in the first `columns` columns. */
export function layersWithin(tower: TowerShape, columns: number): readonly LayerShape[] {
  return tower.layers.filter((layer) => layer.end <= columns);
}
