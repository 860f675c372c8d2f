/** Both languages say the same things, and the code asks only for things they say. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { NAMESPACES } from './catalogues';
import { flattenCatalogue } from './flattenCatalogue';
import { LANGUAGES } from './language';
import { usedKeys } from './usedKeys';

const source = join(import.meta.dirname, '..');

function catalogue(language: string, namespace: string): ReadonlyMap<string, string> {
  const path = join(import.meta.dirname, 'locales', language, `${namespace}.json`);
  return flattenCatalogue(JSON.parse(readFileSync(path, 'utf8')));
}

function placeholders(text: string): readonly string[] {
  return [...text.matchAll(/\{\{\s*([\w.]+)[^}]*\}\}/g)].map((match) => match[1] ?? '').sort();
}

/** English has one more plural form than Chinese; a key's forms count as one text. */
function withoutPlural(key: string): string {
  return key.replace(/_(zero|one|two|few|many|other)$/, '');
}

describe.each(NAMESPACES)('catalogue %s', (namespace) => {
  const [zh, en] = LANGUAGES.map((language) => catalogue(language, namespace));
  if (zh === undefined || en === undefined) throw new Error('two languages are expected');

  it('has the same keys in both languages', () => {
    const keys = (entries: ReadonlyMap<string, string>): string[] =>
      [...new Set([...entries.keys()].map(withoutPlural))].sort();
    expect(keys(zh)).toEqual(keys(en));
  });

  it('has no empty text', () => {
    const empty = [...zh, ...en].filter(([, text]) => text.trim() === '').map(([key]) => key);
    expect(empty).toEqual([]);
  });

  it('fills the same placeholders in both languages', () => {
    const differing = [...zh.keys()].filter((key) => {
      const other = en.get(key) ?? en.get(`${withoutPlural(key)}_other`);
      return other !== undefined && placeholders(zh.get(key) ?? '').join() !== placeholders(other).join();
    });
    expect(differing).toEqual([]);
  });

  it('has no exclamation mark', () => {
    expect([...zh, ...en].filter(([, text]) => /[!！]/.test(text)).map(([key]) => key)).toEqual([]);
  });
});

describe('the keys used in the code', () => {
  const files = readdirSync(source, { recursive: true, encoding: 'utf8' }).filter(
    (name) => /\.tsx?$/.test(name) && !/\.(test|d)\.tsx?$/.test(name),
  );
  const known = new Map(NAMESPACES.map((namespace) => [namespace as string, catalogue('en', namespace)]));

  function exists(namespace: string, key: string): boolean {
    const entries = known.get(namespace);
    if (entries === undefined) return false;
    const open = key.indexOf('*');
    // `failure.*`: put together at run time; something must begin that way.
    if (open >= 0) return [...entries.keys()].some((entry) => entry.startsWith(key.slice(0, open)));
    return [...entries.keys()].some((entry) => entry === key || withoutPlural(entry) === key);
  }

  it('all exist', () => {
    const missing = files.flatMap((file) =>
      usedKeys(readFileSync(join(source, file), 'utf8'))
        .filter(({ namespaces, key }) => !namespaces.some((namespace) => exists(namespace, key)))
        .map(({ namespaces, key }) => `${file}: ${namespaces.join('|')}:${key}`),
    );
    expect(missing).toEqual([]);
  });

  it('are found at all', () => {
    expect(files.flatMap((file) => usedKeys(readFileSync(join(source, file), 'utf8'))).length).toBeGreaterThan(20);
  });
});
