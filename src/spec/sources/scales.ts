/**
 * Tasks alike in everything but the scale of their loss (E7, the toy of GradNorm made small).
 * x = u / |u|, u ~ U(-1, 1)^d; f_t(x) = tanh((B + E_t)^T x) with entries of B and E_t ~ N(0, 3.16^2);
 * y_t = sigma_t f_t(x), and the head's output is multiplied by the same fixed sigma_t (`TaskShape.outputScale`), so that
 * L_t = sigma_t^2 MSE. A batch of fresh rows at every step; all tasks see the same inputs; no noise.
 * Chen et al. 2018, GradNorm, section 4; E7 says which numbers were made smaller.
 */
import * as z from 'zod/mini';
import { exactly, list, number, record } from '../fields';
import type { SourceDescription } from './description';
import { HELD_OUT_DEFAULTS, heldOutFields, withHeldOut, type HeldOutRows } from './heldOutRows';
import { ORDINALS, regressionTask } from './regressionTask';

export interface ScalesSource extends HeldOutRows {
  readonly source: 'scales';
  readonly dimension: number;
  /** Of each task. */
  readonly outputs: number;
  /** sigma_t, one per task. */
  readonly scales: readonly number[];
  /** Training rows that are measured on, and learnt from when an experiment takes the whole split at every step. */
  readonly samples: number;
}

const DEFAULTS = { dimension: 20, outputs: 10, scales: [1, 10], samples: 500, ...HELD_OUT_DEFAULTS } as const;

const fields = record(
  {
    source: exactly('scales'),
    dimension: z.exactOptional(number('dimension', 'Number of inputs. Default: 20.')),
    outputs: z.exactOptional(number('outputs', 'Values to predict in each task. Default: 10.')),
    scales: z.exactOptional(list(number('scale', 'Factor on targets and outputs.'), 'tasks', 'Default: 1 and 10.')),
    samples: z.exactOptional(number('samples', 'Rows the training loss is measured on. Default: 500.')),
    ...heldOutFields,
  },
  'Regression tasks of equal difficulty whose losses differ in scale.',
);

export const scales: SourceDescription<typeof fields, ScalesSource> = {
  fields,
  resolve: (written) => ({ ...DEFAULTS, ...written }),
  shapes: (source) =>
    source.scales.map((outputScale, task) => ({
      ...regressionTask(ORDINALS[task] ?? String(task), source.outputs),
      outputScale,
    })),
  inputs: (source) => source.dimension,
  rows: (source) => source.scales.map(() => withHeldOut(source, source.samples)),
  check: () => [],
  sweeps: {
    samples: (source, value) => ({ ...source, samples: value }),
    scale: (source, value) => ({ ...source, scales: [...source.scales.slice(0, -1), value] }),
  },
  // Fresh rows belong to no part that could be pooled.
  canFold: () => false,
};
