import { permutation, type RandomStream } from '../numeric/random';

/** Row ids, each list ascending; together they hold every row once. */
export interface StratifiedSplit {
  readonly train: readonly number[];
  readonly validation: readonly number[];
  readonly test: readonly number[];
}

const TRAIN_SHARE = 0.6;

const ascending = (a: number, b: number) => a - b;

/** Rows by stratum, strata in ascending order of their label; each list in the order of `rows`. */
function groupByStratum(rows: readonly number[], stratumOf: (row: number) => number): readonly (readonly number[])[] {
  const groups = new Map<number, number[]>();
  for (const row of rows) {
    const group = groups.get(stratumOf(row));
    if (group === undefined) groups.set(stratumOf(row), [row]);
    else group.push(row);
  }
  return [...groups.entries()].sort(([a], [b]) => a - b).map(([, group]) => group);
}

/** The rows of a group in the order of a random permutation from the group's own stream. */
function shuffled(rows: readonly number[], stream: RandomStream): readonly number[] {
  return [...permutation(stream, rows.length)].map((position) => rows[position] ?? 0);
}

/** How many of the first `rows` rows (all strata so far) go to training, and how many to training or validation. */
function boundaries(rows: number): readonly [train: number, validation: number] {
  const train = Math.round(rows * TRAIN_SHARE);
  return [train, train + Math.floor((rows - train) / 2)];
}

/**
 * Splits rows 0 .. n-1 into 60 % training and halves of the rest for validation and test, within each stratum.
 * Rounding is carried from stratum to stratum, so the totals are as near to the shares as each stratum's part.
 * The sizes depend on the strata alone, not on the draw.
 * @param strata label of each row
 * @param streamOf the stream that shuffles stratum number i
 */
export function stratifiedSplit(
  strata: readonly number[],
  streamOf: (stratum: number) => RandomStream,
): StratifiedSplit {
  const all = strata.map((_, row) => row);
  const train: number[] = [];
  const validation: number[] = [];
  const test: number[] = [];
  let before = 0;
  groupByStratum(all, (row) => strata[row] ?? 0).forEach((group, i) => {
    const [trainBefore, validationBefore] = boundaries(before);
    before += group.length;
    const [trainAfter, validationAfter] = boundaries(before);
    const order = shuffled(group, streamOf(i));
    const trainEnd = trainAfter - trainBefore;
    const validationEnd = trainEnd + (validationAfter - trainAfter) - (validationBefore - trainBefore);
    train.push(...order.slice(0, trainEnd));
    validation.push(...order.slice(trainEnd, validationEnd));
    test.push(...order.slice(validationEnd));
  });
  return { train: train.sort(ascending), validation: validation.sort(ascending), test: test.sort(ascending) };
}

/**
 * Orders rows so that every beginning of the order is stratified: of the first n, each stratum holds its share up to about one row.
 * So subsets of growing size are nested.
 * The k-th of m shuffled rows of a stratum stands at (k + 1/2) / m of the way; ties go to the smaller stratum number.
 */
export function stratifiedOrder(
  rows: readonly number[],
  stratumOf: (row: number) => number,
  streamOf: (stratum: number) => RandomStream,
): readonly number[] {
  return groupByStratum(rows, stratumOf)
    .flatMap((group, i) =>
      shuffled(group, streamOf(i)).map((row, k) => ({ row, place: (k + 0.5) / group.length, stratum: i })),
    )
    .sort((a, b) => a.place - b.place || a.stratum - b.stratum)
    .map(({ row }) => row);
}
