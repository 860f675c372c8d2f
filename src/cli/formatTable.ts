import { padEnd, padStart, textWidth } from './textWidth';

export interface Column {
  readonly title: string;
  readonly align: 'left' | 'right';
}

/** A plain table: aligned columns, a rule under the titles, no trailing blanks. Ends with a line break. */
export function formatTable(columns: readonly Column[], rows: readonly (readonly string[])[]): string {
  const widths = columns.map((column, index) =>
    Math.max(textWidth(column.title), ...rows.map((row) => textWidth(row[index] ?? ''))),
  );
  const line = (cells: readonly string[]): string =>
    columns
      .map(({ align }, index) => (align === 'left' ? padEnd : padStart)(cells[index] ?? '', widths[index] ?? 0))
      .join('  ')
      .trimEnd();
  const rule = widths.map((width) => '─'.repeat(width)).join('  ');
  return [line(columns.map((column) => column.title)), rule, ...rows.map(line)].map((text) => `${text}\n`).join('');
}
