/**
 * The landscape of CAGrad (E4): two weights and two losses given as formulas, see `tasks/landscapeFunctions.ts`. No data
 * and no network: a tower is the point (x, y) itself, written as a linear layer of one input and one output, which has
 * two numbers. Liu et al. 2021, figure 1.
 */
import * as z from 'zod/mini';
import { carry, listExpectation } from '../expectation';
import { exactly, number, record } from '../fields';
import type { SourceDescription } from './description';

export interface LandscapeSource {
  readonly source: 'landscape';
  /** (x, y) at step 0. */
  readonly start: readonly [number, number];
}

/** The three starts of the paper: in a valley of the first loss, on the slope below it, high above the second. */
export const LANDSCAPE_STARTS = [
  [-8.5, 7.5],
  [-8.5, -5],
  [9, 9],
] as const satisfies readonly (readonly [number, number])[];

/** Start `index` of the three. @throws RangeError when there is none of that number. */
function startAt(index: number): readonly [number, number] {
  const start = LANDSCAPE_STARTS[index];
  if (start === undefined) throw new RangeError(`there is no start ${index}`);
  return start;
}

const pair = z.tuple([number('coordinate', 'x'), number('coordinate', 'y')], { error: carry(listExpectation(2, 2)) });

const fields = record(
  {
    source: exactly('landscape'),
    start: z.exactOptional(z.union([number('start', 'Number of a start, from 0 (default).'), pair])),
  },
  'Two weights and two losses as formulas: training on a map.',
);

export const landscape: SourceDescription<typeof fields, LandscapeSource> = {
  fields,
  resolve: ({ start = 0 }) => ({ source: 'landscape', start: typeof start === 'number' ? startAt(start) : start }),
  // Reported is the value of each function, which is lower for better as an error is; it has no data to be relative to.
  shapes: () => (['first', 'second'] as const).map((name) => ({ name, loss: 'mse', outputs: 1, score: 'value' })),
  inputs: () => 1,
  rows: () => Array.from({ length: 2 }, () => ({ train: 1, validation: 1, test: 1 })),
  check: () => [],
  sweeps: { start: (source, value) => ({ ...source, start: startAt(value) }) },
  canFold: () => false,
};
