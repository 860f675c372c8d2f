/**
 * A number as people type it: full-width digits and signs of a Chinese keyboard, a true minus, a decimal comma, `1e-3`.
 * `null` when it is not a finite number.
 */
export function parseNumber(text: string): number | null {
  const plain = text
    .normalize('NFKC')
    .replace(/[\u2212\u2013]/g, '-')
    .replace(/。/g, '.')
    .replace(/[\s\u202f]/g, '');
  const dotted = plain.includes('.') ? plain : plain.replace(',', '.');
  if (!/^[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d+)?$/i.test(dotted)) return null;
  const value = Number(dotted);
  return Number.isFinite(value) ? value : null;
}
