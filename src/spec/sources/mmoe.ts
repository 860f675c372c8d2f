/**
 * Two regression tasks whose labels correlate as chosen (E3, the synthetic data of MMoE).
 * u_1, u_2 orthonormal; w_1 = u_1, w_2 = p u_1 + sqrt(1 - p^2) u_2; y_t = z + sum_j sin(alpha_j z + beta_j) + noise with
 * z = w_t.x, x ~ N(0, I_d), alpha = 1, 2, 3, 4 and beta = 0, 1, 2, 3. A batch of fresh rows at every step; both tasks see
 * the same inputs. Ma et al. 2018, Modeling Task Relationships in Multi-task Learning with Multi-gate Mixture-of-Experts,
 * section 3.2; the paper leaves alpha, beta and the scale c open (here c = 1).
 */
import * as z from 'zod/mini';
import { exactly, number, record } from '../fields';
import type { SourceDescription } from './description';
import { HELD_OUT_DEFAULTS, heldOutFields, withHeldOut, type HeldOutRows } from './heldOutRows';
import { regressionTasks } from './regressionTask';

export interface MmoeSource extends HeldOutRows {
  readonly source: 'mmoe';
  readonly dimension: number;
  /** p, the cosine between w_1 and w_2. Labels then correlate by 0, .146, .303, .703, .998 at p = 0, .25, .5, .9, 1. */
  readonly correlation: number;
  /** Standard deviation of the label noise. */
  readonly noise: number;
  /** Training rows that are measured on, and learnt from when an experiment takes the whole split at every step. */
  readonly samples: number;
}

const DEFAULTS = { dimension: 32, correlation: 0.5, noise: 0.1, samples: 500, ...HELD_OUT_DEFAULTS } as const;

const fields = record(
  {
    source: exactly('mmoe'),
    dimension: z.exactOptional(number('dimension', 'Number of inputs. Default: 32.')),
    correlation: z.exactOptional(
      number('correlation', 'Cosine between the weights of the two teachers. Default: 0.5.'),
    ),
    noise: z.exactOptional(number('noise', 'Standard deviation of the label noise. Default: 0.1.')),
    samples: z.exactOptional(number('samples', 'Rows the training loss is measured on. Default: 500.')),
    ...heldOutFields,
  },
  'Two regression tasks with a chosen correlation.',
);

export const mmoe: SourceDescription<typeof fields, MmoeSource> = {
  fields,
  resolve: (written) => ({ ...DEFAULTS, ...written }),
  shapes: () => regressionTasks(2),
  inputs: (source) => source.dimension,
  rows: (source) => regressionTasks(2).map(() => withHeldOut(source, source.samples)),
  check: () => [],
  sweeps: {
    correlation: (source, value) => ({ ...source, correlation: value }),
    noise: (source, value) => ({ ...source, noise: value }),
    samples: (source, value) => ({ ...source, samples: value }),
  },
  // Fresh rows belong to no part that could be pooled.
  canFold: () => false,
};
