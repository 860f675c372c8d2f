export type CsvCell = string | number | null;

/**
 * Rows as CSV (RFC 4180: comma, CRLF, quotes doubled). `null` is an empty cell, numbers are written so that they read
 * back exactly. Text that a spreadsheet would take for a formula gets an apostrophe in front: names come from presets,
 * and presets from strangers.
 */
export function csvText(rows: readonly (readonly CsvCell[])[]): string {
  return rows.map((row) => row.map(cellText).join(',') + '\r\n').join('');
}

function cellText(cell: CsvCell): string {
  if (cell === null) return '';
  if (typeof cell === 'number') return String(cell);
  const safe = /^[=+\-@\t\r]/.test(cell) ? `'${cell}` : cell;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
