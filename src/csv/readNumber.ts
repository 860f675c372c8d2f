const PLAIN = /^[+-]?(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d+)?$/;
/** What 32-bit floats can hold with room for squares; a larger "number" is a code. */
const LARGEST = 1e15;

/**
 * The number a cell holds, or `null`. No signs of thousands: `1,234` is one number here and another there.
 * @param decimal sign between whole and fraction
 */
export function readNumber(cell: string, decimal: '.' | ','): number | null {
  if (decimal === ',' && cell.includes('.')) return null;
  const plain = decimal === ',' ? cell.replace(',', '.') : cell;
  if (!PLAIN.test(plain)) return null;
  const value = Number(plain);
  return Math.abs(value) <= LARGEST ? value : null;
}
