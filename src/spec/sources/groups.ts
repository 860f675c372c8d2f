/**
 * Six tasks in two groups of three (E11): who should share with whom.
 * relu: y = a_t.relu(B_g^T x) + noise, one B per group: grouping pays when the trunk is narrow.
 * quadratic: y = z + (z^2 - 1) / 2 + noise with z = u_t.x, where the directions u_t stand at `within` degrees of their
 * group's axis and the two axes at `angle` degrees of each other: affinity can be seen early in training.
 */
import * as z from 'zod/mini';
import { choice, exactly, number, record } from '../fields';
import type { SpecProblem } from '../specProblem';
import type { SourceDescription } from './description';
import { HELD_OUT_DEFAULTS, heldOutFields, withHeldOut, type HeldOutRows } from './heldOutRows';
import { regressionTask } from './regressionTask';

/** a-1 a-2 a-3 are one group, b-1 b-2 b-3 the other. */
const GROUPED_TASKS = ['a-1', 'a-2', 'a-3', 'b-1', 'b-2', 'b-3'] as const;

export interface GroupsSource extends HeldOutRows {
  readonly source: 'groups';
  readonly teacher: 'relu' | 'quadratic';
  readonly dimension: number;
  /** relu: columns of B_g. Means nothing to quadratic. */
  readonly features: number;
  /** quadratic: degrees between a task and the axis of its group. */
  readonly within: number;
  /** quadratic: degrees between the axes of the groups. */
  readonly angle: number;
  /** Training rows of each task; each draws its own. */
  readonly samples: number;
  /** Standard deviation of the label noise. */
  readonly noise: number;
}

const DEFAULTS = {
  teacher: 'relu',
  dimension: 16,
  features: 3,
  within: 30,
  angle: 90,
  noise: 0.2,
  ...HELD_OUT_DEFAULTS,
} as const;
const SAMPLES = { relu: 150, quadratic: 100 } as const;

const fields = record(
  {
    source: exactly('groups'),
    teacher: z.exactOptional(
      choice(['relu', 'quadratic'], 'Common hidden units per group (default), or nearby directions per group.'),
    ),
    dimension: z.exactOptional(number('dimension', 'Number of inputs. Default: 16.')),
    features: z.exactOptional(number('features', 'Hidden units of a relu teacher. Default: 3.')),
    within: z.exactOptional(number('angle', 'Quadratic: degrees between a task and its group. Default: 30.')),
    angle: z.exactOptional(number('angle', 'Quadratic: degrees between the groups. Default: 90.')),
    samples: z.exactOptional(number('samples', 'Training rows of each task. Default: 150 (relu), 100 (quadratic).')),
    noise: z.exactOptional(number('noise', 'Standard deviation of the label noise. Default: 0.2.')),
    ...heldOutFields,
  },
  'Six regression tasks in two groups of three.',
);

export const groups: SourceDescription<typeof fields, GroupsSource> = {
  fields,
  resolve: (written) => ({ samples: SAMPLES[written.teacher ?? DEFAULTS.teacher], ...DEFAULTS, ...written }),
  shapes: () => GROUPED_TASKS.map((name) => regressionTask(name)),
  inputs: (source) => source.dimension,
  rows: (source) => GROUPED_TASKS.map(() => withHeldOut(source, source.samples)),
  check({ teacher, dimension: found = DEFAULTS.dimension }, path): readonly SpecProblem[] {
    // Two axes, and one more direction for the tasks to leave them in.
    return teacher !== 'quadratic' || found >= 3
      ? []
      : [
          {
            path: [...path, 'dimension'],
            code: 'out-of-range',
            params: { found, expect: 'integer', min: 3, max: 512 },
          },
        ];
  },
  sweeps: {
    angle: (source, value) => ({ ...source, angle: value }),
    noise: (source, value) => ({ ...source, noise: value }),
    samples: (source, value) => ({ ...source, samples: value }),
  },
};
