/**
 * Two tasks with the same teacher, or with opposite ones (E8): y_1 = f(x) + noise, y_2 = sign f(x) + noise,
 * f(x) = a.relu(B^T x). For a shared trunk with heads of their own the negated task is perfectly related, because the
 * head flips the sign; for shared heads it is the worst case.
 */
import * as z from 'zod/mini';
import { carry } from '../expectation';
import { exactly, integerOrPair, number, record } from '../fields';
import type { SourceDescription } from './description';
import { HELD_OUT_DEFAULTS, heldOutFields, withHeldOut, type HeldOutRows } from './heldOutRows';
import { regressionTasks } from './regressionTask';

export interface NegatedSource extends HeldOutRows {
  readonly source: 'negated';
  /** Of the second task. */
  readonly sign: 1 | -1;
  readonly dimension: number;
  /** Columns of B. */
  readonly features: number;
  /** Training rows of each task; each draws its own. */
  readonly samples: readonly [number, number];
  /** Standard deviation of the label noise. */
  readonly noise: number;
}

const DEFAULTS = { sign: -1, dimension: 20, features: 4, noise: 0.2, ...HELD_OUT_DEFAULTS } as const;
const SAMPLES = 60;

const fields = record(
  {
    source: exactly('negated'),
    sign: z.exactOptional(z.union([exactly(1), exactly(-1)], { error: carry({ expect: 'choice', allowed: '1, -1' }) })),
    dimension: z.exactOptional(number('dimension', 'Number of inputs. Default: 20.')),
    features: z.exactOptional(number('features', 'Hidden units of the teacher. Default: 4.')),
    samples: z.exactOptional(integerOrPair('samples', 'Training rows of each task. Default: 60.')),
    noise: z.exactOptional(number('noise', 'Standard deviation of the label noise. Default: 0.2.')),
    ...heldOutFields,
  },
  'Two regression tasks, the second with the sign of the first turned around (-1, default) or kept (1).',
);

export const negated: SourceDescription<typeof fields, NegatedSource> = {
  fields,
  resolve(written) {
    const given = written.samples ?? SAMPLES;
    return { ...DEFAULTS, ...written, samples: typeof given === 'number' ? [given, given] : given };
  },
  shapes: () => regressionTasks(2),
  inputs: (source) => source.dimension,
  rows: (source) => source.samples.map((train) => withHeldOut(source, train)),
  check: () => [],
  sweeps: {
    noise: (source, value) => ({ ...source, noise: value }),
    samples: (source, value, task) => ({
      ...source,
      samples: [
        task === undefined || task === 'first' ? value : source.samples[0],
        task === undefined || task === 'second' ? value : source.samples[1],
      ],
    }),
  },
};
