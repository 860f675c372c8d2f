/**
 * How wide a shared trunk must be (E13).
 * linear: tasks y_t = w_t.x whose weights W = [w_1 ... w_T] have chosen singular values s; the inputs are exactly
 * centred and uncorrelated (X^T X / n = I), so the least summed loss over trunks of width k is the sum of s_i^2 over i > k (A1).
 * relu: tasks y_t = a_t.relu(B_t^T x) + noise with coefficients a = sign(z)(0.5 + |z|), z ~ N(0, 1), which no task can
 * do without; B_t is private or shared.
 */
import * as z from 'zod/mini';
import { choice, exactly, list, number, record } from '../fields';
import type { SpecProblem } from '../specProblem';
import type { SourceDescription } from './description';
import { HELD_OUT_DEFAULTS, heldOutFields, withHeldOut, type HeldOutRows } from './heldOutRows';
import { regressionTasks } from './regressionTask';

export interface CapacitySource extends HeldOutRows {
  readonly source: 'capacity';
  readonly teacher: 'linear' | 'relu';
  readonly dimension: number;
  /** As many as singular values (linear); chosen (relu). */
  readonly taskCount: number;
  /** linear: of the matrix of all tasks' weights, one per task. Means nothing to relu. */
  readonly singularValues: readonly number[];
  /** relu: columns of B_t. Means nothing to linear. */
  readonly features: number;
  /** relu: whether all tasks stand on one B. */
  readonly relation: 'shared' | 'private';
  /** Training rows of each task. linear: the same rows for all tasks; relu: each draws its own. */
  readonly samples: number;
  /** Standard deviation of the label noise; by default 0.1 for relu, none for linear. */
  readonly noise: number;
}

const DEFAULTS = {
  teacher: 'relu',
  dimension: 10,
  singularValues: [2, 1.5, 1, 0.5],
  features: 2,
  relation: 'private',
  ...HELD_OUT_DEFAULTS,
} as const;
const RELU = { taskCount: 3, samples: 1_000, noise: 0.1 } as const;
const LINEAR = { samples: 100, noise: 0 } as const;

const fields = record(
  {
    source: exactly('capacity'),
    teacher: z.exactOptional(choice(['linear', 'relu'], 'Network that makes the labels. Default: relu.')),
    dimension: z.exactOptional(number('dimension', 'Number of inputs. Default: 10.')),
    taskCount: z.exactOptional(number('tasks', 'Tasks of the relu teacher. Default: 3.')),
    singularValues: z.exactOptional(
      list(
        number('singularValue', 'Of the weights.'),
        'tasks',
        'Linear teacher: one per task. Default: 2, 1.5, 1, 0.5.',
      ),
    ),
    features: z.exactOptional(number('features', 'Hidden units of a relu teacher. Default: 2.')),
    relation: z.exactOptional(
      choice(['shared', 'private'], 'Whether relu teachers have common hidden units. Default: private.'),
    ),
    samples: z.exactOptional(number('samples', 'Training rows of each task. Default: 1,000 (relu), 100 (linear).')),
    noise: z.exactOptional(number('noise', 'Standard deviation of the label noise. Default: 0.1 (relu), 0 (linear).')),
    ...heldOutFields,
  },
  'Regression tasks that together need a trunk of a certain width.',
);

export const capacity: SourceDescription<typeof fields, CapacitySource> = {
  fields,
  resolve(written) {
    const complete = { ...DEFAULTS, ...written };
    return complete.teacher === 'linear'
      ? { ...LINEAR, ...complete, taskCount: complete.singularValues.length }
      : { ...RELU, ...complete };
  },
  shapes: (source) => regressionTasks(source.taskCount),
  inputs: (source) => source.dimension,
  rows: (source) => regressionTasks(source.taskCount).map(() => withHeldOut(source, source.samples)),
  check(written, path) {
    const source = { ...DEFAULTS, ...LINEAR, ...written };
    if (source.teacher !== 'linear') return [];
    // W needs that many directions; rows that are centred and uncorrelated exactly must be more than the columns.
    const least = (found: number, min: number, max: number, at: string): readonly SpecProblem[] =>
      found >= min
        ? []
        : [{ path: [...path, at], code: 'out-of-range', params: { found, expect: 'integer', min, max } }];
    const { dimension, samples, validationSamples, testSamples } = source;
    return [
      ...least(dimension, source.singularValues.length, 512, 'dimension'),
      ...least(samples, dimension + 1, 20_000, 'samples'),
      ...least(validationSamples, dimension + 1, 20_000, 'validationSamples'),
      ...least(testSamples, dimension + 1, 20_000, 'testSamples'),
    ];
  },
  sweeps: {
    noise: (source, value) => ({ ...source, noise: value }),
    samples: (source, value) => ({ ...source, samples: value }),
  },
};
