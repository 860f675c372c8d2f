/**
 * A reader's own table: columns chosen as inputs, columns chosen as targets. The numbers stand in the spec itself, packed, so that a
 * run with them is as repeatable as any other; they never leave the machine unless the reader gives the preset away.
 */
import * as z from 'zod/mini';
import { duplicates } from '../checks/duplicates';
import { choice, exactly, integerOrNull, list, number, record, text } from '../fields';
import { LIMITS } from '../limits';
import { unpackNumbers } from '../packedNumbers';
import type { SpecProblem } from '../specProblem';
import type { TaskShape } from '../taskShape';
import { checkLabelled } from './checkLabelled';
import type { SourceDescription, SplitRows } from './description';

type Path = readonly (string | number)[];

const KINDS = ['number', 'yesNo', 'category'] as const;

export interface OwnColumn {
  readonly name: string;
  readonly kind: (typeof KINDS)[number];
  /** What 0, 1, 2 ... stand for in a category, or 0 and 1 in a yes/no column; empty for numbers. */
  readonly levels: readonly string[];
  /** One number per row (`packNumbers`): the value, or the index of its level. */
  readonly values: readonly string[];
}

export interface OwnSource {
  readonly source: 'own';
  readonly rows: number;
  readonly inputs: readonly OwnColumn[];
  /** number: mse, in standard deviations of the labelled training rows. yesNo: sigmoid. category: softmax. */
  readonly targets: readonly OwnColumn[];
  /** Labelled training rows per target; `null` = all of the training split. */
  readonly labelled: readonly (number | null)[];
}

const column = (about: string) =>
  record(
    {
      name: text('name', 'Shown as it is.'),
      kind: choice(KINDS, 'Numbers, yes or no, or one of some levels.'),
      levels: z.exactOptional(
        list(text('name', 'A level.'), 'ownLevelNames', 'Names of the levels, in the order of their numbers.'),
      ),
      values: list(
        text('packedCharacters', 'Base64 of 32-bit floats.'),
        'ownPieces',
        'One number per row: the value, or the number of its level from 0.',
      ),
    },
    about,
  );

const fields = record(
  {
    source: exactly('own'),
    rows: number('ownRows', 'Rows of the table.'),
    inputs: list(column('An input.'), 'ownInputs', 'What is known.'),
    targets: list(column('A target.'), 'tasks', 'What is predicted; one task each.'),
    labelled: z.exactOptional(
      list(
        integerOrNull('samples', 'Labelled training rows of the task; null = all.'),
        'tasks',
        'One entry per target. Default: all labelled.',
      ),
    ),
  },
  'A reader’s own table, packed.',
);

/** Of `rows` rows: 60 % training, and half of the rest each for validation and test. */
export function ownSplit(rows: number): SplitRows {
  const train = Math.round(0.6 * rows);
  const validation = Math.floor((rows - train) / 2);
  return { train, validation, test: rows - train - validation };
}

/** Numbers that a column becomes as an input: one per level of a category, else one. */
export function ownColumnWidth({ kind, levels = [] }: { kind: OwnColumn['kind']; levels?: readonly string[] }): number {
  return kind === 'category' ? levels.length : 1;
}

const totalWidth = (inputs: readonly Parameters<typeof ownColumnWidth>[0][]) =>
  inputs.reduce((sum, input) => sum + ownColumnWidth(input), 0);

function shapeOf({ name, kind, levels }: OwnColumn): TaskShape {
  switch (kind) {
    case 'number':
      return { name, loss: 'mse', outputs: 1, score: 'relativeError' };
    case 'yesNo':
      return { name, loss: 'sigmoid', outputs: 1, score: 'accuracy' };
    case 'category':
      return { name, loss: 'softmax', outputs: levels.length, score: 'accuracy' };
  }
}

export const own: SourceDescription<typeof fields, OwnSource> = {
  fields,
  resolve: (written) => ({
    source: 'own',
    rows: written.rows,
    inputs: written.inputs.map((input) => ({ ...input, levels: input.levels ?? [] })),
    targets: written.targets.map((target) => ({ ...target, levels: target.levels ?? [] })),
    labelled: written.labelled ?? written.targets.map(() => null),
  }),
  shapes: (source) => source.targets.map(shapeOf),
  inputs: (source) => totalWidth(source.inputs),
  rows: ({ rows, targets, labelled }) => {
    const split = ownSplit(rows);
    return targets.map((_, task) => ({ ...split, train: labelled[task] ?? split.train }));
  },
  check({ rows, inputs, targets, labelled }, path) {
    const names = targets.map((target) => target.name);
    return [
      ...duplicates(inputs, ({ name }) => name, [...path, 'inputs'], ['name']),
      ...duplicates(targets, ({ name }) => name, [...path, 'targets'], ['name']),
      ...checkUnknown(names, new Set(inputs.map((input) => input.name)), [...path, 'targets']),
      ...inputs.flatMap((input, i) => checkColumn(input, rows, [...path, 'inputs', i])),
      ...targets.flatMap((target, i) => checkColumn(target, rows, [...path, 'targets', i])),
      ...checkWidth(totalWidth(inputs), [...path, 'inputs']),
      ...checkLabelled(names, labelled, ownSplit(rows).train, [...path, 'labelled']),
    ];
  },
  sweeps: {
    samples: (source, value, task) => ({
      ...source,
      labelled: source.targets.map(({ name }, index) =>
        task === undefined || task === name ? value : (source.labelled[index] ?? null),
      ),
    }),
  },
};

/** What is to be predicted must not be known. */
function checkUnknown(targets: readonly string[], inputs: ReadonlySet<string>, path: Path): readonly SpecProblem[] {
  return targets.flatMap((found, i): SpecProblem[] =>
    inputs.has(found) ? [{ path: [...path, i, 'name'], code: 'duplicate', params: { found } }] : [],
  );
}

function checkWidth(found: number, path: Path): readonly SpecProblem[] {
  const { min, max } = LIMITS.ownWidth;
  return found <= max ? [] : [{ path, code: 'out-of-range', params: { found, expect: 'integer', min, max } }];
}

/** Levels where there must be some, as many values as rows, and every value a finite number or a level. */
function checkColumn(
  { kind, levels = [], values }: { kind: OwnColumn['kind']; levels?: readonly string[]; values: readonly string[] },
  rows: number,
  path: Path,
): readonly SpecProblem[] {
  const [min, max] =
    kind === 'number' ? [0, 0] : kind === 'yesNo' ? [2, 2] : [LIMITS.ownLevels.min, LIMITS.ownLevels.max];
  if (levels.length < min || levels.length > max) {
    const params = { found: levels.length, expect: 'list', min, max };
    return [{ path: [...path, 'levels'], code: 'list-length', params }];
  }
  const at = [...path, 'values'];
  const numbers = unpackNumbers(values);
  if (numbers === null)
    return [
      {
        path: at,
        code: 'bad-format',
        params: { found: 'base64', expect: 'text', min: 4, max: LIMITS.packedCharacters.max },
      },
    ];
  if (numbers.length !== rows) {
    return [{ path: at, code: 'list-length', params: { found: numbers.length, expect: 'listOf', count: rows } }];
  }
  const allowed = (value: number) =>
    kind === 'number' ? Number.isFinite(value) : Number.isInteger(value) && value >= 0 && value < levels.length;
  const row = numbers.findIndex((value) => !allowed(value));
  if (row < 0) return [];
  const found = String(numbers[row]);
  return kind === 'number'
    ? [{ path: [...at, row], code: 'not-finite', params: { found } }]
    : [
        {
          path: [...at, row],
          code: 'out-of-range',
          params: { found, expect: 'integer', min: 0, max: levels.length - 1 },
        },
      ];
}
