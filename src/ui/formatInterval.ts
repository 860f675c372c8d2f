/** `0.46 ± 0.08`: as many decimals as the half width deserves, at most three significant digits of the mean. */
import { formatSignificant } from '../i18n/numberFormat';

const MINUS = '\u2212';
const PLUS_MINUS = '\u2009±\u2009';

export interface IntervalFormat {
  /** `percent` multiplies by 100 and writes % behind. */
  readonly style?: 'number' | 'percent';
  /** Write + before positive numbers (gains). */
  readonly signed?: boolean;
}

/**
 * Decimals to print: the half width gets one significant digit, two when it starts with 1 (so that 0.0149 is not 0.01),
 * and the mean keeps at most three significant digits.
 */
export function intervalDecimals(mean: number, halfWidth: number): number {
  const size = Math.max(Math.abs(mean), halfWidth);
  if (size === 0) return 0;
  const allowed = 2 - Math.floor(Math.log10(size));
  if (halfWidth === 0) return clampDecimals(allowed);
  const exponent = Math.floor(Math.log10(halfWidth));
  const leading = halfWidth / 10 ** exponent;
  return clampDecimals(Math.min(allowed, -exponent + (leading < 2 ? 1 : 0)));
}

function clampDecimals(decimals: number): number {
  return Math.min(8, Math.max(0, decimals));
}

function withSign(value: number, text: string, signed: boolean): string {
  const isZero = !/[1-9]/.test(text);
  const digits = text.replace(/^[-−+]/, '');
  if (isZero) return digits;
  if (value < 0) return MINUS + digits;
  return signed ? `+${digits}` : digits;
}

/** A mean alone, with the same rules of sign and per cent. Not finite: `–`. */
export function formatMean(mean: number, { style = 'number', signed = false }: IntervalFormat = {}): string {
  if (!Number.isFinite(mean)) return '–';
  const value = style === 'percent' ? mean * 100 : mean;
  return withSign(value, formatSignificant(value), signed) + (style === 'percent' ? '%' : '');
}

/** Mean and half width; `null` or a non-finite half width (a single seed) writes the mean alone. */
export function formatInterval(mean: number, halfWidth: number | null, format: IntervalFormat = {}): string {
  if (halfWidth === null || !Number.isFinite(halfWidth) || !Number.isFinite(mean)) return formatMean(mean, format);
  const percent = format.style === 'percent';
  const [m, h] = percent ? [mean * 100, halfWidth * 100] : [mean, halfWidth];
  if (Math.max(Math.abs(m), h) >= 1000 || (m !== 0 && Math.abs(m) < 1e-4 && h < 1e-4)) {
    return (
      withSign(m, formatSignificant(m), format.signed ?? false) +
      PLUS_MINUS +
      formatSignificant(h, 2) +
      (percent ? '%' : '')
    );
  }
  const decimals = intervalDecimals(m, h);
  const meanText = withSign(m, m.toFixed(decimals), format.signed ?? false);
  const rounded = h.toFixed(decimals);
  // A spread that is there is never printed as zero.
  const halfText = h > 0 && Number(rounded) === 0 ? formatSignificant(h, 1) : rounded;
  return meanText + PLUS_MINUS + halfText + (percent ? '%' : '');
}
