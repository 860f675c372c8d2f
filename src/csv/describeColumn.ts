import { LIMITS } from '../spec/limits';
import type { ColumnKind, CsvColumn, Delimiter, UsableKind } from './csvTable';
import { readNumber } from './readNumber';

/** What people write where they know nothing. */
const MISSING = new Set(['na', 'n/a', '#n/a', 'nan', 'null', '-', '--', '?', '.', '缺失', '未知']);

/** No and yes, in lower case. */
const ANSWERS: readonly (readonly [no: string, yes: string])[] = [
  ['0', '1'],
  ['no', 'yes'],
  ['n', 'y'],
  ['false', 'true'],
  ['f', 't'],
  ['否', '是'],
  ['无', '有'],
];

/** Up to one more than a category may have. */
function distinct(cells: readonly string[]): readonly string[] {
  const found = new Set<string>();
  for (const cell of cells) {
    if (cell !== '') found.add(cell);
    if (found.size > LIMITS.ownLevels.max) break;
  }
  return [...found];
}

/** The two levels as [no, yes] if that is what they are. */
function asAnswers(levels: readonly string[]): readonly string[] | null {
  if (levels.length !== 2) return null;
  for (const [no, yes] of ANSWERS) {
    const answer = (word: string) => levels.find((level) => level.toLowerCase() === word);
    const [found, other] = [answer(no), answer(yes)];
    if (found !== undefined && other !== undefined) return [found, other];
  }
  return null;
}

/** Decimal sign by which every value is a number, or `null`. A comma that separates fields cannot also be one. */
function decimalOf(cells: readonly string[], delimiter: Delimiter): '.' | ',' | null {
  const signs = delimiter === ',' ? (['.'] as const) : (['.', ','] as const);
  return signs.find((sign) => cells.every((cell) => cell === '' || readNumber(cell, sign) !== null)) ?? null;
}

interface Guess {
  readonly kind: ColumnKind;
  readonly kinds: readonly UsableKind[];
  readonly levels: readonly string[];
}

function guess(cells: readonly string[], isNumber: boolean, present: number): Guess {
  const levels = distinct(cells);
  if (levels.length === 0) return { kind: 'empty', kinds: [], levels };
  if (levels.length === 1) return { kind: 'constant', kinds: [], levels };
  const answers = asAnswers(levels);
  const few = levels.length <= LIMITS.ownLevels.max;
  const kinds: UsableKind[] = [];
  if (answers !== null) kinds.push('yesNo');
  if (isNumber) kinds.push('number');
  // Levels come again; names and remarks do not. Numbers are levels only where the reader says so.
  const nameable = levels.every((level) => level.length <= LIMITS.name.max);
  if (few && nameable && (isNumber || 2 * levels.length <= present)) kinds.push('category');
  return { kind: kinds[0] ?? 'text', kinds, levels: answers ?? (few ? sorted(levels, isNumber) : []) };
}

/** Numbers by size, words by character codes: in the same order on every machine. */
function sorted(levels: readonly string[], isNumber: boolean): readonly string[] {
  const byCode = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0);
  const byValue = (a: string, b: string) => (readNumber(a, '.') ?? 0) - (readNumber(b, '.') ?? 0) || byCode(a, b);
  return [...levels].sort(isNumber ? byValue : byCode);
}

/** What a column of a file seems to hold. @param raw its cells, one per row */
export function describeColumn(name: string, raw: readonly string[], delimiter: Delimiter): CsvColumn {
  const cells = raw.map((cell) => {
    const trimmed = cell.trim();
    return MISSING.has(trimmed.toLowerCase()) ? '' : trimmed;
  });
  const missing = cells.filter((cell) => cell === '').length;
  const decimal = decimalOf(cells, delimiter);
  return { name, ...guess(cells, decimal !== null, cells.length - missing), cells, missing, decimal: decimal ?? '.' };
}
