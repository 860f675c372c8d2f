import type { CsvColumn, UsableKind } from './csvTable';
import { readNumber } from './readNumber';

export interface EncodedColumn {
  readonly name: string;
  readonly kind: UsableKind;
  /** Levels that the rows hold; empty for numbers. */
  readonly levels: readonly string[];
  /** One per row asked for: the number, or the index of its level. */
  readonly values: readonly number[];
}

/** A column as numbers, for rows in which it has a value. Levels that none of these rows have are left out. */
export function encodeColumn(column: CsvColumn, kind: UsableKind, rows: readonly number[]): EncodedColumn {
  const cells = rows.map((row) => column.cells[row] ?? '');
  if (kind === 'number') {
    return {
      name: column.name,
      kind,
      levels: [],
      values: cells.map((cell) => readNumber(cell, column.decimal) ?? NaN),
    };
  }
  const held = new Set(cells);
  const levels = column.levels.filter((level) => held.has(level));
  const indices = new Map(levels.map((level, index) => [level, index]));
  return { name: column.name, kind, levels, values: cells.map((cell) => indices.get(cell) ?? NaN) };
}

/** Whether it says the same in every row, and so nothing. */
export function isConstant({ values }: EncodedColumn): boolean {
  return values.every((value) => value === values[0]);
}
