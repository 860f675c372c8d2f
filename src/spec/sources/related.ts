/**
 * Tasks that share the features of their teachers, or do not: the random-features generator (RF) of E5 (few labels beside
 * many), E6 (imbalance), E12 (pretraining), E16 (order) and E17 (early stopping).
 * y_t = a_t.relu(B_t^T x) + noise, x ~ N(0, I_d), unit columns in B_t, a_t ~ N(0, I_q) for each output.
 */
import * as z from 'zod/mini';
import { duplicates } from '../checks/duplicates';
import { carry } from '../expectation';
import { choice, exactly, list, number, record, text } from '../fields';
import type { SpecProblem } from '../specProblem';
import type { SourceDescription } from './description';
import { HELD_OUT_DEFAULTS, heldOutFields, withHeldOut, type HeldOutRows } from './heldOutRows';
import { regressionTask } from './regressionTask';

const RELATIONS = ['shared', 'private'] as const;
type Relation = (typeof RELATIONS)[number];

export interface RelatedTask {
  readonly name: string;
  /** Training rows. */
  readonly samples: number;
  readonly outputs: number;
}

export interface RelatedSource extends HeldOutRows {
  readonly source: 'related';
  /** d */
  readonly dimension: number;
  /** q, columns of B. */
  readonly features: number;
  /** One per task. `shared`: its teacher stands on the common B. `private`: on a B of its own. */
  readonly relation: readonly Relation[];
  /** Whether every task draws its own rows of inputs, or all see the same (a task with fewer rows the first of them). */
  readonly inputs: 'own' | 'common';
  readonly tasks: readonly RelatedTask[];
  /** Standard deviation of the label noise. */
  readonly noise: number;
}

/** E5: a main task with few labels and three others with many. */
const DEFAULT_TASKS: readonly Pick<RelatedTask, 'name' | 'samples'>[] = [
  { name: 'main', samples: 80 },
  { name: 'aux-1', samples: 400 },
  { name: 'aux-2', samples: 400 },
  { name: 'aux-3', samples: 400 },
];

const DEFAULTS = { dimension: 20, features: 4, inputs: 'own', noise: 0.2, ...HELD_OUT_DEFAULTS } as const;

const relationField = z.union(
  [
    choice(RELATIONS, 'For all tasks.'),
    list(choice(RELATIONS, 'Features of the teacher of this task.'), 'tasks', 'One per task.'),
  ],
  { error: carry({ expect: 'choice', allowed: RELATIONS.join(', ') }) },
);

const fields = record(
  {
    source: exactly('related'),
    dimension: z.exactOptional(number('dimension', 'Number of inputs. Default: 20.')),
    features: z.exactOptional(number('features', 'Hidden units of a teacher. Default: 4.')),
    relation: z.exactOptional(relationField),
    inputs: z.exactOptional(
      choice(['own', 'common'], 'Rows of inputs: drawn per task (default), or the same for all.'),
    ),
    tasks: z.exactOptional(
      list(
        record(
          {
            name: text('name', 'Shown as it is.'),
            samples: number('samples', 'Training rows.'),
            outputs: z.exactOptional(number('outputs', 'Values to predict. Default: 1.')),
          },
          'One task.',
        ),
        'tasks',
        'Default: one with 80 rows and three with 400.',
      ),
    ),
    noise: z.exactOptional(number('noise', 'Standard deviation of the label noise. Default: 0.2.')),
    ...heldOutFields,
  },
  'Regression tasks whose teachers stand on common features, or each on its own.',
);

export const related: SourceDescription<typeof fields, RelatedSource> = {
  fields,
  resolve(written) {
    const { tasks = DEFAULT_TASKS, relation = 'shared' } = written;
    return {
      ...DEFAULTS,
      ...written,
      relation: typeof relation === 'string' ? tasks.map(() => relation) : relation,
      tasks: tasks.map((task) => ({ outputs: 1, ...task })),
    };
  },
  shapes: (source) => source.tasks.map((task) => regressionTask(task.name, task.outputs)),
  inputs: (source) => source.dimension,
  rows: (source) => source.tasks.map((task) => withHeldOut(source, task.samples)),
  check({ tasks = DEFAULT_TASKS, relation }, path) {
    const named = duplicates(tasks, (task) => task.name, [...path, 'tasks'], ['name']);
    if (typeof relation !== 'object' || relation.length === tasks.length) return named;
    const params = { found: relation.length, expected: tasks.length };
    const length: SpecProblem = { path: [...path, 'relation'], code: 'length-mismatch', params };
    return [...named, length];
  },
  sweeps: {
    noise: (source, value) => ({ ...source, noise: value }),
    samples: (source, value, name) => ({
      ...source,
      tasks: source.tasks.map((task) =>
        name === undefined || name === task.name ? { ...task, samples: value } : task,
      ),
    }),
  },
};
