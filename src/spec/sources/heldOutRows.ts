/** Rows that are not learnt from, where a generator can make as many as one likes. Equal for all tasks. */
import * as z from 'zod/mini';
import { number } from '../fields';
import type { SplitRows } from './description';

export interface HeldOutRows {
  readonly validationSamples: number;
  readonly testSamples: number;
}

export const HELD_OUT_DEFAULTS = { validationSamples: 200, testSamples: 500 } as const satisfies HeldOutRows;

/** Fields of a source, with {@link HELD_OUT_DEFAULTS}. */
export const heldOutFields = {
  validationSamples: z.exactOptional(number('samples', 'Validation rows of each task. Default: 200.')),
  testSamples: z.exactOptional(number('samples', 'Test rows of each task. Default: 500.')),
};

export function withHeldOut(source: HeldOutRows, train: number): SplitRows {
  return { train, validation: source.validationSamples, test: source.testSamples };
}
