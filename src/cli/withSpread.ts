import { formatSignificant } from '../i18n/numberFormat';

/** Below this fraction of the mean, the spread is that of rounding, and further decimals say nothing. */
const rounding = 1e-5;

/**
 * `0.593 ± 0.060`: the half width with two significant digits, the mean with as many decimals, so that columns of
 * numbers can be compared. Without a half width (one seed) or with next to none, three significant digits.
 */
export function withSpread(mean: number, halfWidth: number | null): string {
  if (halfWidth === null) return formatSignificant(mean);
  if (halfWidth <= Math.abs(mean) * rounding || halfWidth < 1e-9) return `${formatSignificant(mean)} ± 0`;
  const decimals = Math.min(12, Math.max(0, 1 - Math.floor(Math.log10(halfWidth))));
  return `${mean.toFixed(decimals).replace('-', '−')} ± ${halfWidth.toFixed(decimals)}`;
}
