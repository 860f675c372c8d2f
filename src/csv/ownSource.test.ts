import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { own } from '../spec/sources/own';
import { unpackNumbers } from '../spec/packedNumbers';
import { drawSuite } from '../tasks/drawSuite';
import { CSV_PROBLEM_CODES } from './csvProblem';
import type { CsvTable } from './csvTable';
import { ownSource, type ColumnChoice } from './ownSource';
import { readCsv } from './readCsv';

function tableOf(text: string): CsvTable {
  const reading = readCsv(text);
  if (!reading.ok) throw new Error(JSON.stringify(reading.problem));
  return reading.table;
}

/** size (number, missing in rows 3 and 7), colour (3 levels), tasty (yes/no), price (number), note (text), always (constant) */
const FRUIT = tableOf(
  [
    'size;colour;tasty;price;note;always',
    ...Array.from({ length: 60 }, (_, row) =>
      [
        row === 3 || row === 7 ? 'NA' : `${row},5`,
        ['red', 'green', 'blue'][row % 3],
        row % 4 === 0 ? 'yes' : 'no',
        10 * row,
        `note ${row}`,
        'x',
      ].join(';'),
    ),
  ].join('\n'),
);
const CHOICE: ColumnChoice = {
  inputs: [
    { column: 0, kind: 'number' },
    { column: 1, kind: 'category' },
  ],
  targets: [
    { column: 2, kind: 'yesNo' },
    { column: 3, kind: 'number' },
  ],
};
const codes = (choice: ColumnChoice, table = FRUIT) => {
  const result = ownSource(table, choice);
  return result.ok ? [] : result.problems.map((problem) => problem.code);
};

describe('chosen columns', () => {
  it('become a source that the spec accepts and that can be drawn', () => {
    const result = ownSource(FRUIT, CHOICE);
    if (!result.ok) throw new Error(JSON.stringify(result.problems));
    expect(result.dropped).toBe(2);
    expect(result.source).toMatchObject({ rows: 58, labelled: [null, null] });
    expect(own.check(result.source, [])).toEqual([]);
    const suite = drawSuite(result.source, 1);
    expect(suite.inputs).toBe(4);
    expect(suite.tasks.map(({ shape }) => [shape.name, shape.loss])).toEqual([
      ['tasty', 'sigmoid'],
      ['price', 'mse'],
    ]);
  });

  it('keep their values, without the rows that miss one', () => {
    const result = ownSource(FRUIT, CHOICE);
    if (!result.ok) throw new Error('refused');
    const kept = Array.from({ length: 60 }, (_, row) => row).filter((row) => row !== 3 && row !== 7);
    const values = (column: { readonly values: readonly string[] } | undefined) => [
      ...(unpackNumbers(column?.values ?? []) ?? []),
    ];
    expect(values(result.source.inputs[0])).toEqual(kept.map((row) => row + 0.5));
    // Levels in order: blue, green, red.
    expect(values(result.source.inputs[1])).toEqual(kept.map((row) => [2, 1, 0][row % 3]));
    expect(values(result.source.targets[0])).toEqual(kept.map((row) => (row % 4 === 0 ? 1 : 0)));
    // Rows without a size are only missed where size is asked for.
    const without = ownSource(FRUIT, { ...CHOICE, inputs: [{ column: 1, kind: 'category' }] });
    expect(without).toMatchObject({ ok: true, dropped: 0 });
  });

  it('are refused by name where they do not do', () => {
    expect(codes({ inputs: [], targets: [] })).toEqual(['no-inputs', 'too-few-targets']);
    expect(codes({ ...CHOICE, inputs: [{ column: 2, kind: 'yesNo' }] })).toEqual(['chosen-twice']);
    expect(codes({ ...CHOICE, inputs: [{ column: 9, kind: 'number' }] })).toEqual(['unknown-column']);
    expect(ownSource(FRUIT, { ...CHOICE, inputs: [{ column: 4, kind: 'category' }] })).toMatchObject({
      problems: [{ code: 'kind-impossible', params: { column: 'note', found: 'category', allowed: '–' } }],
    });
    expect(
      codes({ ...CHOICE, inputs: Array.from({ length: 33 }, (_, i) => ({ column: i + 10, kind: 'number' as const })) }),
    ).toContain('too-many-inputs');
  });

  it('are refused when the rows that are left are too few, or all alike', () => {
    const sparse = tableOf(
      ['a,b,c', ...Array.from({ length: 40 }, (_, i) => `${i < 19 ? i : ''},${i % 7},${i % 5}`)].join('\n'),
    );
    const numbers = (...columns: number[]) => columns.map((column) => ({ column, kind: 'number' as const }));
    expect(ownSource(sparse, { inputs: numbers(0), targets: numbers(1, 2) })).toMatchObject({
      problems: [{ code: 'too-few-rows', params: { found: 19, min: 20, of: 40 } }],
    });
    const alike = tableOf(
      ['a,b,c', ...Array.from({ length: 40 }, (_, i) => `${i < 25 ? i : ''},${i < 25 ? 1 : i},${i % 5}`)].join('\n'),
    );
    expect(ownSource(alike, { inputs: numbers(0), targets: numbers(1, 2) })).toMatchObject({
      problems: [{ code: 'constant-column', params: { column: 'b' } }],
    });
  });

  it('never make a source that the spec refuses, whatever the file and the choice', () => {
    const cell = fc.oneof(
      fc.constantFrom('', 'NA', 'yes', 'no', 'a', 'b', '1', '0', '2.5', '-3', '1e9'),
      fc.string({ maxLength: 4 }),
    );
    const text = fc
      .array(fc.array(cell, { minLength: 4, maxLength: 4 }), { minLength: 21, maxLength: 40 })
      .map((rows) =>
        [['a', 'b', 'c', 'd'], ...rows]
          .map((row) => row.map((c) => `"${c.replaceAll('"', '""')}"`).join(','))
          .join('\n'),
      );
    const chosen = fc.record({
      column: fc.integer({ min: 0, max: 4 }),
      kind: fc.constantFrom('number', 'yesNo', 'category'),
    });
    const choice = fc.record({
      inputs: fc.array(chosen, { maxLength: 3 }),
      targets: fc.array(chosen, { maxLength: 3 }),
    });
    fc.assert(
      fc.property(text, choice, (content, columns) => {
        const reading = readCsv(content, { delimiter: ',' });
        if (!reading.ok) return;
        const result = ownSource(reading.table, columns);
        if (result.ok) expect(own.check(result.source, [])).toEqual([]);
        else for (const problem of result.problems) expect(CSV_PROBLEM_CODES).toContain(problem.code);
      }),
      { numRuns: 200 },
    );
    // A column made for it passes all the way, so that the property above is not empty.
    const kinds = fc.array(fc.tuple(fc.constantFrom('yes', 'no'), fc.constantFrom('a', 'b', 'c'), fc.integer()), {
      minLength: 25,
      maxLength: 40,
    });
    fc.assert(
      fc.property(kinds, (rows) => {
        const table = tableOf(['t,u,v', ...rows.map((row) => row.join(','))].join('\n'));
        const guessed = (column: number) => ({ column, kind: table.columns[column]?.kinds[0] ?? 'number' });
        const result = ownSource(table, { inputs: [guessed(2)], targets: [guessed(0), guessed(1)] });
        if (result.ok) expect(drawSuite(result.source, 1).tasks).toHaveLength(2);
      }),
      { numRuns: 100 },
    );
  });
});
