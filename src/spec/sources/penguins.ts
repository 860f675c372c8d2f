/** Palmer penguins: three measures of a bird predict its species, sex and body mass. Real data. */
import * as z from 'zod/mini';
import { duplicates } from '../checks/duplicates';
import { choice, exactly, integerOrNull, list, record } from '../fields';
import { LIMITS } from '../limits';
import type { SpecProblem } from '../specProblem';
import type { TaskShape } from '../taskShape';
import type { SourceDescription } from './description';

export const PENGUIN_TASKS = ['species', 'sex', 'mass'] as const;

/** Of 333 penguins with nothing missing, in every seed's stratified split. */
export const PENGUIN_ROWS = { train: 200, validation: 66, test: 67 } as const;

/** Palmer penguins (real): bill length, bill depth, flipper length -> species (softmax 3), sex (sigmoid 1), mass (mse 1). */
export interface PenguinsSource {
  readonly source: 'penguins';
  readonly tasks: readonly (typeof PENGUIN_TASKS)[number][];
  /** Labelled training rows per task (same order as `tasks`); `null` = all of the training split. */
  readonly labelled: readonly (number | null)[];
}

const fields = record(
  {
    source: exactly('penguins'),
    tasks: z.exactOptional(list(choice(PENGUIN_TASKS, 'What is predicted.'), 'tasks', 'Default: all three.')),
    labelled: z.exactOptional(
      list(
        integerOrNull('samples', 'Labelled training rows of the task; null = all.'),
        'tasks',
        'One entry per task, in the order of `tasks`. Default: all labelled.',
      ),
    ),
  },
  'Palmer penguins: bill length, bill depth and flipper length predict species, sex and body mass.',
);

const SHAPES: Readonly<Record<PenguinsSource['tasks'][number], TaskShape>> = {
  species: { name: 'species', loss: 'softmax', outputs: 3, score: 'accuracy' },
  sex: { name: 'sex', loss: 'sigmoid', outputs: 1, score: 'accuracy' },
  mass: { name: 'mass', loss: 'mse', outputs: 1, score: 'relativeError' },
};

export const penguins: SourceDescription<typeof fields, PenguinsSource> = {
  fields,
  resolve(written) {
    const tasks = written.tasks ?? PENGUIN_TASKS;
    return { source: 'penguins', tasks, labelled: written.labelled ?? tasks.map(() => null) };
  },
  shapes: (source) => source.tasks.map((name) => SHAPES[name]),
  inputs: () => 3,
  rows: (source) =>
    source.tasks.map((_, task) => ({ ...PENGUIN_ROWS, train: source.labelled[task] ?? PENGUIN_ROWS.train })),
  check({ tasks = PENGUIN_TASKS, labelled }, path) {
    const max = PENGUIN_ROWS.train;
    const at = [...path, 'labelled'];
    const lengths: SpecProblem[] =
      labelled === undefined || labelled.length === tasks.length
        ? []
        : [{ path: at, code: 'length-mismatch', params: { found: labelled.length, expected: tasks.length } }];
    const amounts = (labelled ?? []).flatMap((found, index): SpecProblem[] =>
      found === null || found <= max
        ? []
        : [{ path: [...at, index], code: 'labelled-too-many', params: { found, min: LIMITS.samples.min, max } }],
    );
    return [...duplicates(tasks, (name) => name, [...path, 'tasks'], []), ...lengths, ...amounts];
  },
  sweeps: {
    samples: (source, value, task) => ({
      ...source,
      labelled: source.tasks.map((name, index) =>
        task === undefined || task === name ? value : (source.labelled[index] ?? null),
      ),
    }),
  },
};
