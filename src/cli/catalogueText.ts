import { LAZY } from '../i18n/catalogues';
import type { Language } from '../i18n/language';

/**
 * Looks up `a.b` (or `errors:a.b`) in the catalogue `errors` of a language and fills `{{placeholders}}`. The command line needs nothing
 * else of the page's translator, and starts without it. A key that is not there stands for itself: the catalogue's own
 * tests find it.
 */
export async function loadErrorTexts(
  language: Language,
): Promise<(key: string, params: Readonly<Record<string, string>>) => string> {
  const catalogue: unknown = (await LAZY[language].errors()).default;
  return (key, params) => {
    let found = catalogue;
    for (const part of key.replace(/^errors:/, '').split('.')) found = isObject(found) ? found[part] : undefined;
    return typeof found === 'string'
      ? found.replaceAll(/\{\{(\w+)\}\}/g, (_, name: string) => params[name] ?? '')
      : key;
  };
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null;
}
