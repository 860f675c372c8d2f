import { DELIMITERS, type Delimiter } from './csvTable';
import { scanRecords } from './scanRecords';

/** Records that are looked at. */
const SAMPLE = 20;

/** Fields of the first records; those that hold nothing tell nothing. */
function widths(text: string, delimiter: Delimiter): readonly number[] {
  const found: number[] = [];
  scanRecords(text, delimiter, (fields, blank) => {
    if (!blank) found.push(fields);
    return found.length < SAMPLE;
  });
  return found;
}

/**
 * The delimiter that cuts the first records into equally many fields, and into most of them; else the one that never cuts into
 * fewer than two; else the comma.
 */
export function guessDelimiter(text: string): Delimiter {
  const candidates = DELIMITERS.map((delimiter) => {
    const found = widths(text, delimiter);
    const least = found.length === 0 ? 0 : Math.min(...found);
    return { delimiter, least, even: least > 1 && least === Math.max(...found) };
  });
  const [best] = candidates.sort((a, b) => Number(b.even) - Number(a.even) || b.least - a.least);
  return best !== undefined && best.least > 1 ? best.delimiter : ',';
}
