import { formatMean } from '../../ui/formatInterval';

const MINUS = '\u2212';

/** So many decimals in every cell of a table, so that its numbers can be compared at a glance. Not finite: `–`. */
export function fixedText(value: number, decimals: number, signed = false): string {
  if (!Number.isFinite(value)) return formatMean(value);
  const text = Math.abs(value).toFixed(decimals);
  const sign = Number(text) === 0 ? '' : value < 0 ? MINUS : signed ? '+' : '';
  return sign + text;
}

/** Decimals that give a number of this size two significant digits; 0 to 4. */
export function decimalsOf(size: number): number {
  return size > 0 ? Math.min(4, Math.max(0, 1 - Math.floor(Math.log10(size)))) : 0;
}
