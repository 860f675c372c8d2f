/** A short name for plain data, the same wherever and in whatever order its keys were written. No protection against forgery. */

const OFFSET = 0xcbf29ce484222325n;
const PRIME = 0x100000001b3n;
const MASK = (1n << 64n) - 1n;

/** FNV-1a of the UTF-8 bytes of a text, 64 bits, as 16 hexadecimal digits (Fowler, Noll and Vo). */
export function textHash(text: string): string {
  let hash = OFFSET;
  for (const byte of new TextEncoder().encode(text)) hash = ((hash ^ BigInt(byte)) * PRIME) & MASK;
  return hash.toString(16).padStart(16, '0');
}

/** {@link textHash} of the value as JSON with sorted keys; fields that are `undefined` count as left out. */
export function stableHash(value: unknown): string {
  return textHash(sortedJson(value));
}

function sortedJson(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map((entry) => sortedJson(entry)).join()}]`;
  if (value === undefined) return 'null';
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  const entries = Object.entries(value).filter(([, entry]) => entry !== undefined);
  // By code unit, not by locale: the order must not depend on where this runs.
  const sorted = entries.toSorted(([a], [b]) => (a < b ? -1 : 1));
  return `{${sorted.map(([key, entry]) => `${JSON.stringify(key)}:${sortedJson(entry)}`).join()}}`;
}
