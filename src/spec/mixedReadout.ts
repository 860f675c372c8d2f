/** What the mixing numbers of a network mean: matrices one after the other, row-major, as a recording holds them. */
import type { ModelSpec } from './experiment';
import type { MixedScheme } from './scheme';

/**
 * - `stitch`: what task (row) takes from each task (column) after a trunk layer, the mean over channels;
 * - `subspace`: the same between subspaces, row and column s of task t being t * subspaces + s;
 * - `layers`: what each task's head (column) takes from each trunk layer (row);
 * - `gate`: mean share of each expert (column: shared ones first, then own) for each task (row), on the test rows;
 * - `correction`: size of each task's (column) low-rank correction relative to the weights of each trunk layer (row).
 */
export interface MixingMatrix {
  readonly role: 'stitch' | 'subspace' | 'layers' | 'gate' | 'correction';
  /** Trunk layer or extraction level that it belongs to; 0 where it spans all. */
  readonly layer: number;
  readonly rows: number;
  readonly columns: number;
}

/** The matrices of a scheme, in order; none for shared-private networks. */
export function mixedReadout(
  scheme: MixedScheme,
  model: Pick<ModelSpec, 'trunk'>,
  tasks: number,
): readonly MixingMatrix[] {
  const depth = model.trunk.length;
  const perLayer = (role: MixingMatrix['role'], count: number, rows: number, columns: number): MixingMatrix[] =>
    Array.from({ length: count }, (_, layer) => ({ role, layer, rows, columns }));
  switch (scheme.kind) {
    case 'cross-stitch':
      return perLayer('stitch', depth, tasks, tasks);
    case 'sluice': {
      const blocks = scheme.subspaces * tasks;
      return [
        ...perLayer('subspace', depth, blocks, blocks),
        { role: 'layers', layer: 0, rows: depth, columns: tasks },
      ];
    }
    case 'experts':
      return perLayer('gate', scheme.levels, tasks, scheme.experts + scheme.ownExperts);
    case 'adapters':
      return [{ role: 'correction', layer: 0, rows: depth, columns: tasks }];
    case 'shared-private':
      return [];
  }
}

/** M, numbers of all matrices together. */
export function mixingWidth(matrices: readonly MixingMatrix[]): number {
  return matrices.reduce((total, { rows, columns }) => total + rows * columns, 0);
}
