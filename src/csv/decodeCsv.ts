import { LIMITS } from '../spec/limits';
import type { CsvProblem } from './csvProblem';

/** `gb18030`: what spreadsheets write on Chinese systems; `windows-1252`: on western ones. */
export const CSV_ENCODINGS = ['utf-8', 'utf-16le', 'utf-16be', 'gb18030', 'windows-1252'] as const;
export type CsvEncoding = (typeof CSV_ENCODINGS)[number];

export type CsvDecoding =
  | { readonly ok: true; readonly text: string; readonly encoding: CsvEncoding }
  | { readonly ok: false; readonly problem: CsvProblem };

/** Files that say what they are do so in their first bytes. */
function markedEncoding(bytes: Uint8Array): CsvEncoding | null {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le';
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be';
  return null;
}

function decodeAs(bytes: Uint8Array, encoding: CsvEncoding): string | null {
  try {
    // The byte order mark is left out by the decoder itself.
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch {
    return null;
  }
}

/**
 * The text of a file. Its encoding is guessed, and told, so that a reader who sees wrong characters can name another: by the
 * byte order mark, else UTF-8 where every byte fits, else GB 18030 where every byte fits, else Windows-1252 (which always fits).
 * @param encoding what the reader says it is
 */
export function decodeCsv(bytes: Uint8Array, encoding?: CsvEncoding): CsvDecoding {
  const { max } = LIMITS.csvBytes;
  if (bytes.length > max) return refuse({ code: 'file-too-large', params: { found: bytes.length, max } });
  const marked = markedEncoding(bytes);
  const candidates: readonly CsvEncoding[] =
    encoding !== undefined ? [encoding] : marked !== null ? [marked] : ['utf-8', 'gb18030', 'windows-1252'];
  for (const candidate of candidates) {
    const text = decodeAs(bytes, candidate);
    if (text === null) continue;
    // Spreadsheets and archives decode as something, but text has no such character.
    if (text.includes('\u0000')) break;
    return { ok: true, text, encoding: candidate };
  }
  return refuse({ code: 'not-text', params: { allowed: candidates.join(', ') } });
}

function refuse(problem: CsvProblem): CsvDecoding {
  return { ok: false, problem };
}
