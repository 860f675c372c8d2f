import { LIMITS } from '../spec/limits';
import { packNumbers } from '../spec/packedNumbers';
import { ownColumnWidth, type OwnColumn, type OwnSource } from '../spec/sources/own';
import type { CsvProblem } from './csvProblem';
import type { CsvTable, UsableKind } from './csvTable';
import { encodeColumn, isConstant, type EncodedColumn } from './encodeColumn';

export interface ChosenColumn {
  /** Its number in the table, from 0. */
  readonly column: number;
  readonly kind: UsableKind;
}

/** What the reader has chosen: what is known, and what is to be predicted. */
export interface ColumnChoice {
  readonly inputs: readonly ChosenColumn[];
  readonly targets: readonly ChosenColumn[];
}

export type OwnSourceResult =
  | {
      readonly ok: true;
      readonly source: OwnSource;
      /** Rows left out because a chosen column has no value there. */
      readonly dropped: number;
    }
  | { readonly ok: false; readonly problems: readonly CsvProblem[] };

/**
 * The chosen columns as a source of tasks, without the rows in which one of them has no value. Never throws; what it gives
 * passes the checks of the spec.
 */
export function ownSource(table: CsvTable, choice: ColumnChoice): OwnSourceResult {
  const problems = [...checkCounts(choice), ...checkColumns(table, choice)];
  if (problems.length > 0) return { ok: false, problems };

  const rows = completeRows(table, choice);
  const { min } = LIMITS.ownRows;
  if (rows.length < min) {
    return { ok: false, problems: [{ code: 'too-few-rows', params: { found: rows.length, min, of: table.rows } }] };
  }
  const encode = (chosen: readonly ChosenColumn[]) =>
    chosen.flatMap(({ column, kind }) => {
      const found = table.columns[column];
      return found === undefined ? [] : [encodeColumn(found, kind, rows)];
    });
  const [inputs, targets] = [encode(choice.inputs), encode(choice.targets)];
  const faults = [...[...inputs, ...targets].flatMap(checkSpread), ...checkWidth(inputs)];
  if (faults.length > 0) return { ok: false, problems: faults };
  return {
    ok: true,
    source: {
      source: 'own',
      rows: rows.length,
      inputs: inputs.map(packed),
      targets: targets.map(packed),
      labelled: targets.map(() => null),
    },
    dropped: table.rows - rows.length,
  };
}

function packed({ values, ...column }: EncodedColumn): OwnColumn {
  return { ...column, values: packNumbers(values) };
}

function completeRows(table: CsvTable, { inputs, targets }: ColumnChoice): readonly number[] {
  const chosen = [...inputs, ...targets].flatMap(({ column }) => table.columns[column] ?? []);
  return Array.from({ length: table.rows }, (_, row) => row).filter((row) =>
    chosen.every((column) => column.cells[row] !== ''),
  );
}

function checkCounts({ inputs, targets }: ColumnChoice): readonly CsvProblem[] {
  const problems: CsvProblem[] = [];
  const { ownInputs, tasks } = LIMITS;
  if (inputs.length < ownInputs.min) problems.push({ code: 'no-inputs', params: {} });
  if (inputs.length > ownInputs.max) {
    problems.push({ code: 'too-many-inputs', params: { found: inputs.length, max: ownInputs.max } });
  }
  if (targets.length < tasks.min) {
    problems.push({ code: 'too-few-targets', params: { found: targets.length, min: tasks.min } });
  }
  if (targets.length > tasks.max) {
    problems.push({ code: 'too-many-targets', params: { found: targets.length, max: tasks.max } });
  }
  return problems;
}

function checkColumns(table: CsvTable, { inputs, targets }: ColumnChoice): readonly CsvProblem[] {
  const seen = new Set<number>();
  return [...inputs, ...targets].flatMap(({ column: index, kind }): CsvProblem[] => {
    const column = table.columns[index];
    if (column === undefined) return [{ code: 'unknown-column', params: { found: index } }];
    const again = seen.has(index);
    seen.add(index);
    if (again) return [{ code: 'chosen-twice', params: { column: column.name } }];
    return column.kinds.includes(kind)
      ? []
      : [
          {
            code: 'kind-impossible',
            params: { column: column.name, found: kind, allowed: column.kinds.join(', ') || '–' },
          },
        ];
  });
}

/** A column that varied in the file may not do so any more in the rows that are left. */
function checkSpread(column: EncodedColumn): readonly CsvProblem[] {
  return isConstant(column) ? [{ code: 'constant-column', params: { column: column.name } }] : [];
}

function checkWidth(inputs: readonly EncodedColumn[]): readonly CsvProblem[] {
  const found = inputs.reduce((sum, input) => sum + ownColumnWidth(input), 0);
  const { max } = LIMITS.ownWidth;
  return found <= max ? [] : [{ code: 'inputs-too-wide', params: { found, max } }];
}
