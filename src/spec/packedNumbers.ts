/**
 * Long columns of numbers inside a preset: 32-bit floats (what training sees of them anyway), little-endian, as base64 in pieces of
 * at most `LIMITS.stringLength` characters. A list of twenty thousand numbers would be twenty thousand values to inspect.
 */
import { fromBase64, toBase64 } from './base64';

/** A multiple of three numbers, so that no piece but the last one needs padding; 19,968 characters. */
const NUMBERS_PER_PIECE = 3_744;
const BYTES = 4;

export function packNumbers(values: readonly number[]): string[] {
  return Array.from({ length: Math.ceil(values.length / NUMBERS_PER_PIECE) }, (_, piece) => {
    const part = values.slice(piece * NUMBERS_PER_PIECE, (piece + 1) * NUMBERS_PER_PIECE);
    const view = new DataView(new ArrayBuffer(part.length * BYTES));
    part.forEach((value, i) => view.setFloat32(i * BYTES, value, true));
    return toBase64(new Uint8Array(view.buffer));
  });
}

/** Back from {@link packNumbers}; `null` when the pieces do not hold whole numbers. */
export function unpackNumbers(pieces: readonly string[]): Float32Array | null {
  const parts: Uint8Array[] = [];
  for (const piece of pieces) {
    const bytes = fromBase64(piece);
    if (bytes === null || bytes.length % BYTES !== 0) return null;
    parts.push(bytes);
  }
  const values = new Float32Array(parts.reduce((sum, bytes) => sum + bytes.length, 0) / BYTES);
  let at = 0;
  for (const bytes of parts) {
    const view = new DataView(bytes.buffer);
    for (let i = 0; i < bytes.length; i += BYTES) values[at++] = view.getFloat32(i, true);
  }
  return values;
}
