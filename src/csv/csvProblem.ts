/** Why a reader's file, or a choice of its columns, cannot be used: what, where, and what would be allowed. Not a sentence yet. */

export const CSV_PROBLEM_CODES = [
  // The file
  'file-too-large',
  'not-text',
  'quotes',
  'no-rows',
  'too-many-rows',
  'too-few-columns',
  'too-many-columns',
  'too-many-cells',
  'row-width',
  // The choice of columns
  'no-inputs',
  'too-many-inputs',
  'inputs-too-wide',
  'too-few-targets',
  'too-many-targets',
  'unknown-column',
  'chosen-twice',
  'kind-impossible',
  'constant-column',
  'too-few-rows',
] as const;

export type CsvProblemCode = (typeof CSV_PROBLEM_CODES)[number];

export interface CsvProblem {
  /** Catalogue key of the message. */
  readonly code: CsvProblemCode;
  /**
   * Values for the message: `row` counts records of the file from 1 (the header), `column` is a name, `found` what stands there,
   * `min`, `max` and `allowed` what may. Numbers are raw.
   */
  readonly params: Readonly<Record<string, string | number>>;
}
