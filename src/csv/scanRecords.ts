import type { Delimiter } from './csvTable';

const QUOTE = '"'.charCodeAt(0);
const NEWLINE = '\n'.charCodeAt(0);
const SPACE = ' '.charCodeAt(0);
const TAB = '\t'.charCodeAt(0);

/**
 * Counts the fields of each record without taking anything apart, so that a file can be refused before it takes memory.
 * Quotes count where a field begins with one, as in RFC 4180.
 * @param text with `\n` between lines
 * @param visit number of fields, and whether the record holds nothing but spaces; `false` ends the scan
 */
export function scanRecords(
  text: string,
  delimiter: Delimiter,
  visit: (fields: number, blank: boolean) => boolean,
): void {
  const separator = delimiter.charCodeAt(0);
  let fields = 1;
  let blank = true;
  let fieldStart = true;
  /** The field began with a quote; within it, quotes open and close. */
  let quotedField = false;
  let quoted = false;
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (quoted) {
      if (code === QUOTE) quoted = false;
      continue;
    }
    if (code === NEWLINE) {
      if (!visit(fields, blank)) return;
      fields = 1;
      blank = true;
      fieldStart = true;
      quotedField = false;
    } else if (code === separator) {
      fields++;
      fieldStart = true;
      quotedField = false;
    } else if (code === QUOTE) {
      // A doubled quote within a quoted field closes and opens it again; in any other field a quote is a character.
      if (fieldStart) quotedField = true;
      quoted = quotedField;
      fieldStart = false;
      blank = false;
    } else {
      if (code !== SPACE && code !== TAB) blank = false;
      fieldStart = false;
    }
  }
  if (fields > 1 || !blank) visit(fields, blank);
}
