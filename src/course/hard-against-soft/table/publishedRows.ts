/**
 * Numbers of others, marked as such wherever they are shown: area under the ROC curve on the UCI census data, mean of
 * 400 runs (Ma et al. 2018, KDD, the census-income experiments). They are quoted, not computed here.
 */
export interface PublishedRow {
  readonly id: 'income' | 'education';
  readonly alone: number;
  /** "Shared-bottom" in the paper: shared trunk, separate heads. */
  readonly hard: number;
  /** "L2-constrained" in the paper. */
  readonly soft: number;
  readonly crossStitch: number;
  readonly mmoe: number;
}

export const publishedRows: readonly PublishedRow[] = [
  { id: 'income', alone: 0.9337, hard: 0.9295, soft: 0.9359, crossStitch: 0.9361, mmoe: 0.9359 },
  { id: 'education', alone: 0.8792, hard: 0.8813, soft: 0.8823, crossStitch: 0.8819, mmoe: 0.8826 },
];
