/**
 * The two options an address can carry, before or inside the hash: `?lang=` and `?backend=`.
 * An unknown value is refused by name and never guessed at. Inside the hash wins, being nearer to the page.
 */
import { isLanguage, LANGUAGES, type Language } from '../i18n';
import type { BackendName } from '../training/events';

export const BACKENDS = ['wgsl', 'simd', 'webgpu', 'webgl', 'wasm', 'cpu'] as const satisfies readonly BackendName[];

/** Longer values are cut in the message: an address is written by strangers. */
const SHOWN = 40;

export interface UrlRefusal {
  readonly name: 'lang' | 'backend';
  readonly value: string;
  readonly allowed: readonly string[];
}

export interface UrlOptions {
  /** `null`: the address does not say (or says something unknown). */
  readonly language: Language | null;
  readonly backend: BackendName | null;
  readonly refusals: readonly UrlRefusal[];
}

function isBackend(value: string): value is BackendName {
  return BACKENDS.some((backend) => backend === value);
}

/**
 * @param search `location.search`, e.g. `?lang=en`
 * @param hash `location.hash`, e.g. `#/lab?p=penguins&backend=wasm`
 */
export function parseUrlOptions(search: string, hash: string): UrlOptions {
  const mark = hash.indexOf('?');
  const inner = new URLSearchParams(mark < 0 ? '' : hash.slice(mark + 1));
  const outer = new URLSearchParams(search);
  const refusals: UrlRefusal[] = [];

  function read<T extends string>(
    name: UrlRefusal['name'],
    allowed: readonly T[],
    is: (v: string) => v is T,
  ): T | null {
    const value = inner.get(name) ?? outer.get(name);
    if (value === null) return null;
    if (is(value)) return value;
    refusals.push({ name, value: value.length > SHOWN ? `${value.slice(0, SHOWN)}…` : value, allowed });
    return null;
  }

  return {
    language: read('lang', LANGUAGES, isLanguage),
    backend: read('backend', BACKENDS, isBackend),
    refusals,
  };
}

/** The address that forces no backend; `null` when it does not anyway. */
export function withoutBackend(search: string, hash: string): { search: string; hash: string } | null {
  const remove = (query: string): string => query.replace(/([?&])backend=[^&]*&?/g, '$1').replace(/[?&]$/, '');
  const changed = { search: remove(search), hash: remove(hash) };
  return changed.search === search && changed.hash === hash ? null : changed;
}

/**
 * The address with its `lang` set to what the reader has just chosen, wherever it was written;
 * `null` when the address says nothing about the language and needs no change.
 */
export function withLanguage(
  search: string,
  hash: string,
  language: Language,
): { search: string; hash: string } | null {
  const replace = (query: string): string => query.replace(/([?&]lang=)[^&]*/g, `$1${language}`);
  const changed = { search: replace(search), hash: replace(hash) };
  return changed.search === search && changed.hash === hash ? null : changed;
}
