/**
 * `{ a: { b: "x" } }` becomes `a.b -> x`.
 * @throws TypeError when something that is neither text nor a group of texts stands in a catalogue
 */
export function flattenCatalogue(value: unknown, prefix = ''): ReadonlyMap<string, string> {
  const flat = new Map<string, string>();
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    throw new TypeError(`${prefix === '' ? 'catalogue' : prefix}: a group of texts is expected`);
  }
  for (const [name, entry] of Object.entries(value)) {
    const key = prefix === '' ? name : `${prefix}.${name}`;
    if (typeof entry === 'string') flat.set(key, entry);
    else for (const [inner, text] of flattenCatalogue(entry, key)) flat.set(inner, text);
  }
  return flat;
}
