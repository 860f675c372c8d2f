/** Where data come from, as a preset writes it: everything that has a sensible default may be left out. */
import * as z from 'zod/mini';
import {
  choice,
  discriminatorError,
  exactly,
  integerOrNull,
  integerOrPair,
  list,
  number,
  record,
  text,
} from './fields';

const TASK_SOURCES = ['penguins', 'table', 'angle'] as const;

export const PENGUIN_TASKS = ['species', 'sex', 'mass'] as const;

const penguinsFields = record(
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

const matrix = (about: string) =>
  list(list(number('tableValue', 'A value.'), 'tableColumns', 'One row.'), 'tableRows', about);

const tableTaskFields = record(
  {
    name: text('name', 'Shown as it is.'),
    loss: z.exactOptional(
      choice(['mse', 'softmax', 'sigmoid'], 'Squared error (default), classes, or yes / no answers.'),
    ),
    inputs: z.exactOptional(matrix('Inputs of this task alone, row by row. Default: the common inputs.')),
    targets: matrix('Row by row: numbers (mse), 0 or 1 (sigmoid), or one class index from 0 (softmax).'),
    classes: z.exactOptional(number('classes', 'Number of classes (softmax). Default: the largest index + 1.')),
  },
  'One task of the table.',
);

const splitRows = (about: string) => list(number('tableRow', 'Row number, from 0.'), 'tableRows', about);

const tableFields = record(
  {
    source: exactly('table'),
    inputs: z.exactOptional(matrix('Inputs common to all tasks, row by row.')),
    tasks: list(tableTaskFields, 'tasks', 'The tasks.'),
    split: z.exactOptional(
      record(
        {
          train: splitRows('Rows that are learnt from.'),
          validation: splitRows('Rows that choices are made on.'),
          test: splitRows('Rows that results are reported on.'),
        },
        'A fixed split by row number. Default: every row is in all three parts.',
      ),
    ),
  },
  'A small table in the preset itself, at most 2,000 numbers.',
);

const angleFields = record(
  {
    source: exactly('angle'),
    teacher: z.exactOptional(choice(['linear', 'relu'], 'Network that makes the labels. Default: relu.')),
    dimension: z.exactOptional(number('dimension', 'Number of inputs. Default: 20.')),
    features: z.exactOptional(number('features', 'Hidden units of the relu teacher. Default: 4.')),
    angle: z.exactOptional(number('angle', 'Degrees between the two tasks. Default: 60.')),
    samples: z.exactOptional(integerOrPair('samples', 'Training rows of each task. Default: 60.')),
    noise: z.exactOptional(number('noise', 'Standard deviation of the label noise. Default: 0.2.')),
    validationSamples: z.exactOptional(number('samples', 'Validation rows of each task. Default: 200.')),
    testSamples: z.exactOptional(number('samples', 'Test rows of each task. Default: 500.')),
  },
  'Two regression tasks whose teachers stand at a chosen angle.',
);

export const tasksField = z.discriminatedUnion('source', [penguinsFields, tableFields, angleFields], {
  error: discriminatorError('source', TASK_SOURCES),
});

const SWEEPS = ['angle', 'noise', 'samples'] as const;

export const sweepField = z.discriminatedUnion(
  'over',
  [
    record(
      { over: exactly('angle'), values: list(number('angle', 'Degrees.'), 'points', 'Angles to compare.') },
      'Several angles side by side.',
    ),
    record(
      { over: exactly('noise'), values: list(number('noise', 'Standard deviation.'), 'points', 'Noises to compare.') },
      'Several noises side by side.',
    ),
    record(
      {
        over: exactly('samples'),
        values: list(number('samples', 'Training rows.'), 'points', 'Sizes to compare.'),
        task: z.exactOptional(text('name', 'The task whose rows are swept. Default: all tasks.')),
      },
      'Several training set sizes side by side.',
    ),
  ],
  { error: discriminatorError('over', SWEEPS) },
);
