import { readFileSync } from 'node:fs';

/** @typedef {{ file: string, isEntry?: boolean, imports?: string[], css?: string[] }} Chunk */
/** @type {unknown} */
const json = JSON.parse(readFileSync(new URL('dist/.vite/manifest.json', import.meta.url), 'utf8'));
const manifest = /** @type {Readonly<Record<string, Chunk>>} */ (json);

/** Files a visitor downloads before anything lazy: the entry with all it imports statically. */
const first = /** @type {Set<string>} */ (new Set());
const styles = /** @type {Set<string>} */ (new Set());
/** @param {string} key */
function visit(key) {
  const chunk = manifest[key];
  if (!chunk || first.has(`dist/${chunk.file}`)) return;
  first.add(`dist/${chunk.file}`);
  chunk.css?.forEach((file) => styles.add(`dist/${file}`));
  chunk.imports?.forEach(visit);
}
Object.keys(manifest)
  .filter((key) => manifest[key]?.isEntry)
  .forEach(visit);

export default [
  { name: 'JavaScript before the first interaction', path: [...first], limit: '170 kB', gzip: true },
  { name: 'Styles before the first interaction', path: [...styles], limit: '30 kB', gzip: true },
].filter(({ path }) => path.length > 0);
