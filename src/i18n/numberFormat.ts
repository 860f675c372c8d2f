/**
 * Numbers as the page writes them: at most three significant digits, a true minus sign, a narrow space between
 * thousands. The same in both languages, so that a number read aloud in class is the number on every screen.
 */
const MINUS = '\u2212';
const THIN = '\u202f';

function trueMinus(text: string): string {
  return text.replace('-', MINUS);
}

function group(digits: string): string {
  return digits.replace(/\B(?=(\d{3})+(?!\d))/g, THIN);
}

/** `12 345`; halves away from zero as `Math.round` does. */
export function formatInteger(value: number): string {
  const rounded = Math.round(value);
  const text = group(String(Math.abs(rounded)));
  return rounded < 0 ? MINUS + text : text;
}

/** At most `digits` significant digits: `0.046`, `12.3`, `1 230`, `1.2e−5`. Not finite: `–`. */
export function formatSignificant(value: number, digits = 3): string {
  if (!Number.isFinite(value)) return '–';
  const size = Math.abs(value);
  if (size !== 0 && (size < 1e-4 || size >= 1e7)) {
    const [mantissa = '0', exponent = '0'] = value.toExponential(digits - 1).split('e');
    const trimmed = mantissa.includes('.') ? mantissa.replace(/\.?0+$/, '') : mantissa;
    return `${trueMinus(trimmed)}e${trueMinus(exponent.replace('+', ''))}`;
  }
  if (size >= 1000) return formatInteger(Number(value.toPrecision(digits)));
  return trueMinus(String(Number(value.toPrecision(digits))));
}

/** Steps per second: two significant digits, however many there are in all: `51 000`, `12 000 000`. */
export function formatSpeed(perSecond: number): string {
  return perSecond < 1000 ? formatSignificant(perSecond, 2) : formatInteger(Number(perSecond.toPrecision(2)));
}

/** A fraction as per cent with at most `decimals` decimals: `12.5 %` written `12.5%`. */
export function formatPercent(fraction: number, decimals = 1): string {
  if (!Number.isFinite(fraction)) return '–';
  return `${trueMinus(String(Number((fraction * 100).toFixed(decimals))))}%`;
}

/** A duration: `0.4 s`, `12 s`, `3 min 20 s`. */
export function formatSeconds(seconds: number): string {
  if (!Number.isFinite(seconds)) return '–';
  if (seconds < 60) return `${formatSignificant(seconds, 2)} s`;
  const whole = Math.round(seconds);
  return `${Math.floor(whole / 60)} min ${whole % 60} s`;
}
