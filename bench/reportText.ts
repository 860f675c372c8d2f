/** Findings as lines for a terminal. */
import { brief, isReached, spread, type Comparison, type Findings, type Listing, type Reading } from './finding';
import { median } from './statistics';

const verdict = (reached: boolean | null): string => (reached === null ? '' : reached ? 'reached' : 'MISSED');

function comparisonText(comparison: Comparison): string {
  const { id, what, over, under, unit, ratio, goal } = comparison;
  const aim = goal === null ? 'no goal' : `goal ${goal}, ${verdict(isReached(comparison))}`;
  const range = over.values.length > 1 ? ` (${brief(ratio.low)} – ${brief(ratio.high)})` : '';
  return [
    `${id}: ${brief(ratio.ratio)}${range}   ${aim}`,
    `  ${what}`,
    `  ${spread(over.values)} / ${spread(under.values)} ${unit}, n = ${over.values.length}`,
  ].join('\n');
}

function readingText({ id, what, unit, values, atMost }: Reading): string {
  const aim = `at most ${atMost}, ${verdict(median(values) <= atMost)}`;
  return `${id}: ${spread(values)} ${unit}   ${aim}\n  ${what}`;
}

function listingText({ id, what, head, rows }: Listing): string {
  const widths = head.map((title, at) => Math.max(title.length, ...rows.map((row) => row[at]?.length ?? 0)));
  const line = (cells: readonly string[]): string =>
    `  ${cells.map((cell, at) => (at === 0 ? cell.padEnd(widths[at] ?? 0) : cell.padStart(widths[at] ?? 0))).join('  ')}`;
  return [`${id}: ${what}`, line(head), ...rows.map(line)].join('\n');
}

/** Comparisons, readings, tables, and what is missing. */
export function findingsText({ comparisons, readings, listings, missing }: Findings): string {
  return [
    ...comparisons.map(comparisonText),
    ...readings.map(readingText),
    ...listings.map(listingText),
    ...missing.map(({ id, why }) => `${id}: not measured: ${why}`),
  ].join('\n');
}
