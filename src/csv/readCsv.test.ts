import fc from 'fast-check';
import Papa from 'papaparse';
import { describe, expect, it } from 'vitest';
import { LIMITS } from '../spec/limits';
import { CSV_PROBLEM_CODES } from './csvProblem';
import { DELIMITERS, type CsvColumn, type CsvTable } from './csvTable';
import { readCsv } from './readCsv';
import { scanRecords } from './scanRecords';

function tableOf(text: string, hints?: Parameters<typeof readCsv>[1]): CsvTable {
  const reading = readCsv(text, hints);
  if (!reading.ok) throw new Error(JSON.stringify(reading.problem));
  return reading.table;
}
function columnOf(cells: readonly string[], delimiter = ';'): CsvColumn {
  const [column] = tableOf(['x', ...cells].map((cell) => `${cell}${delimiter}1`).join('\n'), {
    delimiter: ';',
  }).columns;
  if (column === undefined) throw new Error('no column');
  return column;
}
const quote = (cell: string) => `"${cell.replaceAll('"', '""')}"`;
const problemOf = (text: string) => {
  const reading = readCsv(text);
  return reading.ok ? null : reading.problem;
};

describe('reading CSV', () => {
  it('gives back any cells, whatever stands in them', () => {
    const cell = fc.string({
      unit: fc.constantFrom('a', 'é', '汉', '"', ',', ';', '\t', '|', '\n', ' ', '1', '.'),
      maxLength: 6,
    });
    fc.assert(
      fc.property(
        fc.constantFrom(...DELIMITERS),
        fc
          .integer({ min: 2, max: 5 })
          .chain((width) =>
            fc.array(fc.array(cell, { minLength: width, maxLength: width }), { minLength: 1, maxLength: 6 }),
          ),
        (delimiter, rows) => {
          const filled = rows.map(([first = '', ...rest]) => [`#${first}`, ...rest]);
          const lines = [filled[0]?.map((_, i) => `c${i}`) ?? [], ...filled];
          const text = lines.map((line) => line.map(quote).join(delimiter)).join('\r\n');
          const { columns } = tableOf(text, { delimiter });
          const missing = new Set(['.', '']);
          filled.forEach((row, r) => {
            row.forEach((value, c) => {
              expect(columns[c]?.cells[r]).toBe(missing.has(value.trim()) ? '' : value.trim());
            });
          });
        },
      ),
      { numRuns: 300 },
    );
  });

  it('never throws: any text gives a table or a problem that is known', () => {
    const text = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 200 }),
      fc.string({ unit: fc.constantFrom('"', ',', ';', '\n', '\r', 'a', '1', ' ', '\uFEFF', '\u0000'), maxLength: 80 }),
    );
    fc.assert(
      fc.property(text, (content) => {
        const reading = readCsv(content);
        if (reading.ok) {
          expect(reading.table.rows).toBeGreaterThan(0);
          for (const column of reading.table.columns) expect(column.cells.length).toBe(reading.table.rows);
          expect(new Set(reading.table.columns.map(({ name }) => name)).size).toBe(reading.table.columns.length);
        } else expect(CSV_PROBLEM_CODES).toContain(reading.problem.code);
      }),
      { numRuns: 1000 },
    );
  });

  it('counts the same fields as are then taken apart', () => {
    const text = fc.string({ unit: fc.constantFrom('"', ',', '\n', 'a'), maxLength: 40 });
    fc.assert(
      fc.property(text, (content) => {
        const { data, errors } = Papa.parse<readonly string[]>(content, { delimiter: ',', newline: '\n' });
        fc.pre(errors.length === 0);
        const counted: number[] = [];
        scanRecords(content, ',', (fields) => counted.push(fields) > 0);
        const several = (widths: readonly number[]) => widths.filter((width) => width > 1);
        expect(several(counted)).toEqual(several(data.map((cells) => cells.length)));
      }),
      { numRuns: 1000 },
    );
  });

  it('guesses the delimiter', () => {
    for (const delimiter of DELIMITERS) {
      const text = [
        ['name', 'size'],
        ['a, b', '1,5'],
        ['c; d', '2,5'],
      ]
        .map((row) => row.map(quote).join(delimiter))
        .join('\n');
      expect(tableOf(text).delimiter).toBe(delimiter);
    }
    expect(tableOf('a;b;c\n1,5;2;x\n1,7;3;y').delimiter).toBe(';');
    expect(tableOf('a\tb\nx, y\t2').delimiter).toBe('\t');
  });

  it('names columns: letters for empty names, numbers for repeated ones, none too long', () => {
    const long = 'x'.repeat(60);
    const names = tableOf(`,a,a,${long},${long}\n1,2,3,4,5`).columns.map((column) => column.name);
    expect(names).toEqual(['A', 'a', 'a (2)', `${'x'.repeat(39)}…`, `${'x'.repeat(35)}… (2)`]);
  });
});

describe('what a column holds', () => {
  it('numbers, with either decimal sign', () => {
    expect(columnOf(['1', '-2.5', '1e3', '+.5'])).toMatchObject({
      kind: 'number',
      kinds: ['number', 'category'],
      decimal: '.',
    });
    expect(columnOf(['1', '2,5', '3'])).toMatchObject({ kind: 'number', decimal: ',' });
    expect(columnOf(['1.000,5', '2'])).toMatchObject({ kind: 'text' });
    expect(tableOf('x,y\n"1,5",2\n"2,5",3').columns[0]).toMatchObject({ kind: 'text' });
  });

  it('yes and no, in several languages, no first', () => {
    expect(columnOf(['Yes', 'No', 'No', 'Yes'])).toMatchObject({ kind: 'yesNo', levels: ['No', 'Yes'] });
    expect(columnOf(['是', '否', '是', '否'])).toMatchObject({ kind: 'yesNo', levels: ['否', '是'] });
    expect(columnOf(['1', '0', '1'])).toMatchObject({
      kind: 'yesNo',
      kinds: ['yesNo', 'number', 'category'],
      levels: ['0', '1'],
    });
  });

  it('levels that come again, in one order on every machine', () => {
    expect(columnOf(['b', 'a', 'c', 'a', 'b', 'c'])).toMatchObject({ kind: 'category', levels: ['a', 'b', 'c'] });
    expect(columnOf(['10', '9', '8', '9']).levels).toEqual(['8', '9', '10']);
    expect(columnOf(['tom', 'ann', 'eve'])).toMatchObject({ kind: 'text', kinds: [] });
    const many = Array.from({ length: 21 }, (_, i) => `v${i}`);
    expect(columnOf([...many, ...many])).toMatchObject({ kind: 'text' });
  });

  it('missing values, constants, nothing', () => {
    expect(columnOf(['1', 'NA', '', '?', '2'])).toMatchObject({
      kind: 'number',
      missing: 3,
      cells: ['1', '', '', '', '2'],
    });
    expect(columnOf(['a', 'a'])).toMatchObject({ kind: 'constant', kinds: [] });
    expect(columnOf(['', 'null'])).toMatchObject({ kind: 'empty', missing: 2 });
  });
});

describe('what is refused', () => {
  it('20,001 rows, but not 20,000; blank lines do not count', () => {
    const rows = (count: number) => `a,b\n${'1,2\n'.repeat(count)}\n\n`;
    expect(tableOf(rows(20_000)).rows).toBe(20_000);
    expect(problemOf(rows(20_001))).toEqual({ code: 'too-many-rows', params: { found: 20_001, max: 20_000 } });
  });

  it('too many columns and cells, before they are taken apart', () => {
    const wide = `${'a,'.repeat(1_000_000)}a`;
    expect(problemOf(wide)).toMatchObject({ code: 'too-many-columns', params: { max: LIMITS.csvColumns.max } });
    expect(problemOf('x'.repeat(LIMITS.csvBytes.max + 1))).toMatchObject({ code: 'file-too-large' });
    const cells = `${'a,'.repeat(199)}a\n`.repeat(10_001);
    expect(problemOf(cells)).toMatchObject({ code: 'too-many-cells' });
  });

  it('rows of another width, named as a spreadsheet counts them', () => {
    expect(problemOf('a,b\n1,2\n\n1,2,3\n')).toEqual({ code: 'row-width', params: { row: 4, found: 3, expected: 2 } });
  });

  it('quotes without end, no rows, one column', () => {
    expect(problemOf('a,b\n1,"2\n3,4')).toMatchObject({ code: 'quotes', params: { row: 2 } });
    expect(problemOf('')).toMatchObject({ code: 'no-rows' });
    expect(problemOf('a,b\n \n')).toMatchObject({ code: 'no-rows' });
    expect(problemOf('a\n1\n2')).toMatchObject({ code: 'too-few-columns', params: { found: 1, min: 2 } });
  });
});
