import type { CohortData, SplitName } from './cohortData';

type Rows = readonly { readonly inputs: Float32Array }[];

const allTheSame = (rows: Rows): boolean => rows.every(({ inputs }) => inputs === rows[0]?.inputs);

/**
 * Whether all tasks of every data set see the very same rows of a split (the same array, not equal numbers). Their
 * mini-batches are then the same rows too: the order of rows depends on the seed and on the number of rows alone.
 */
export function hasCommonInputs(data: CohortData, split: SplitName): boolean {
  const { batch } = data.spec.training;
  return data.suites.every(({ tasks, fresh }) => {
    // Rows that are drawn anew for every step are what training sees.
    if (split === 'train' && batch !== null && fresh && !allTheSame(fresh(0, batch))) return false;
    return allTheSame(tasks.map((task) => task[split]));
  });
}
