/**
 * Learning to learn on sinusoids (E15, Reptile): y = A sin(x + phi), A ~ U(0.1, 5), phi ~ U(0, 2 pi), x ~ U(-5, 5).
 * The tasks of the suite are the held-out ones, each with a few support points as its training rows. Fresh rows are those
 * of the tasks that are learnt from: at outer iteration floor(step / innerSteps) as many new tasks as there are held-out
 * ones, with the same points at all inner steps of an iteration. Nichol, Achiam and Schulman 2018, section 4 of Reptile.
 */
import * as z from 'zod/mini';
import { exactly, number, record } from '../fields';
import type { SourceDescription } from './description';
import { heldOutFields, HELD_OUT_DEFAULTS, withHeldOut, type HeldOutRows } from './heldOutRows';
import { regressionTasks } from './regressionTask';

export interface SinusoidsSource extends HeldOutRows {
  readonly source: 'sinusoids';
  /** Held-out tasks, and tasks learnt from in parallel. */
  readonly taskCount: number;
  /** Support points of a held-out task. */
  readonly samples: number;
  /** Steps on one draw of tasks: those of the meta scheme. */
  readonly innerSteps: number;
}

const DEFAULTS = { taskCount: 10, samples: 10, innerSteps: 8, ...HELD_OUT_DEFAULTS } as const;

const fields = record(
  {
    source: exactly('sinusoids'),
    taskCount: z.exactOptional(number('tasks', 'Tasks in parallel. Default: 10.')),
    samples: z.exactOptional(number('samples', 'Points that a new task is learnt from. Default: 10.')),
    innerSteps: z.exactOptional(number('innerSteps', 'Steps before the next draw of tasks. Default: 8.')),
    ...heldOutFields,
  },
  'Sinusoids of random amplitude and phase; new ones all the time, others for the test.',
);

export const sinusoids: SourceDescription<typeof fields, SinusoidsSource> = {
  fields,
  resolve: (written) => ({ ...DEFAULTS, ...written }),
  shapes: (source) => regressionTasks(source.taskCount),
  inputs: () => 1,
  rows: (source) => regressionTasks(source.taskCount).map(() => withHeldOut(source, source.samples)),
  check: () => [],
  sweeps: { samples: (source, value) => ({ ...source, samples: value }) },
  // Fresh rows belong to no part that could be pooled.
  canFold: () => false,
};
