/** A file taken apart: columns of text with what they seem to hold. */

/** What a column can be used as. */
export type UsableKind = 'number' | 'yesNo' | 'category';
/** ... or why it cannot: free text, one value only, nothing at all. */
export type ColumnKind = UsableKind | 'text' | 'constant' | 'empty';

export interface CsvColumn {
  /** From the header; the spreadsheet letter where that is empty, with (2), (3) ... where it comes again. */
  readonly name: string;
  /** The guess. */
  readonly kind: ColumnKind;
  /** What the reader may take it as instead, the guess first; empty when the column cannot be used. */
  readonly kinds: readonly UsableKind[];
  /** One per row, trimmed; empty where the value is missing (also for NA, null, ? and the like). */
  readonly cells: readonly string[];
  /** Cells without a value. */
  readonly missing: number;
  /** Different values, no more than a category may have. In a yes/no column: no, then yes. */
  readonly levels: readonly string[];
  /** Decimal sign of its numbers. */
  readonly decimal: '.' | ',';
}

export const DELIMITERS = [',', ';', '\t', '|'] as const;
export type Delimiter = (typeof DELIMITERS)[number];

export interface CsvTable {
  readonly delimiter: Delimiter;
  readonly rows: number;
  readonly columns: readonly CsvColumn[];
}
