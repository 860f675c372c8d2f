import Papa from 'papaparse';
import { LIMITS } from '../spec/limits';
import { columnNames } from './columnNames';
import type { CsvProblem } from './csvProblem';
import type { CsvTable, Delimiter } from './csvTable';
import { describeColumn } from './describeColumn';
import { guessDelimiter } from './guessDelimiter';
import { scanRecords } from './scanRecords';

export type CsvReading =
  { readonly ok: true; readonly table: CsvTable } | { readonly ok: false; readonly problem: CsvProblem };

/**
 * A CSV text as a table of columns with guessed kinds. The first record is the header; records without anything are passed
 * over. Sizes are counted before anything is taken apart. Never throws, whatever the text.
 * @param hints what the reader says, where the guess is wrong
 */
export function readCsv(text: string, hints: { readonly delimiter?: Delimiter } = {}): CsvReading {
  if (text.length > LIMITS.csvBytes.max) {
    return refuse({ code: 'file-too-large', params: { found: text.length, max: LIMITS.csvBytes.max } });
  }
  const lines = text.replace(/^\uFEFF/, '').replace(/\r\n?/g, '\n');
  const delimiter = hints.delimiter ?? guessDelimiter(lines);
  const tooLarge = checkSize(lines, delimiter);
  if (tooLarge !== null) return refuse(tooLarge);

  const { data, errors } = Papa.parse<readonly string[]>(lines, { delimiter, newline: '\n' });
  const [fault] = errors;
  if (fault !== undefined) return refuse({ code: 'quotes', params: { row: (fault.row ?? 0) + 1 } });
  const records = data
    .map((cells, index) => ({ cells, row: index + 1 }))
    .filter(({ cells }) => cells.some((cell) => cell.trim() !== ''));
  return toTable(records, delimiter);
}

interface CsvRecord {
  readonly cells: readonly string[];
  /** Its number in the file, from 1. */
  readonly row: number;
}

function toTable([header, ...records]: readonly CsvRecord[], delimiter: Delimiter): CsvReading {
  if (header === undefined || records.length === 0) return refuse({ code: 'no-rows', params: {} });
  const { max } = LIMITS.csvRows;
  if (records.length > max) return refuse({ code: 'too-many-rows', params: { found: records.length, max } });
  const expected = header.cells.length;
  const { min } = LIMITS.csvColumns;
  if (expected < min) return refuse({ code: 'too-few-columns', params: { found: expected, min } });
  for (const { cells, row } of records) {
    if (cells.length !== expected) return refuse({ code: 'row-width', params: { row, found: cells.length, expected } });
  }
  const columns = columnNames(header.cells).map((name, index) =>
    describeColumn(
      name,
      records.map(({ cells }) => cells[index] ?? ''),
      delimiter,
    ),
  );
  return { ok: true, table: { delimiter, rows: records.length, columns } };
}

/** Stops counting at the first limit that is passed. */
function checkSize(text: string, delimiter: Delimiter): CsvProblem | null {
  let records = 0;
  let cells = 0;
  const problems: CsvProblem[] = [];
  const over = (code: CsvProblem['code'], found: number, max: number) => {
    if (found > max) problems.push({ code, params: { found, max } });
  };
  scanRecords(text, delimiter, (fields, blank) => {
    if (blank && fields === 1) return true;
    records++;
    cells += fields;
    over('too-many-columns', fields, LIMITS.csvColumns.max);
    // The header is no row of data.
    over('too-many-rows', records - 1, LIMITS.csvRows.max);
    over('too-many-cells', cells, LIMITS.csvCells.max);
    return problems.length === 0;
  });
  return problems[0] ?? null;
}

function refuse(problem: CsvProblem): CsvReading {
  return { ok: false, problem };
}
