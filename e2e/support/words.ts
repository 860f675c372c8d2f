import { readdirSync, readFileSync } from 'node:fs';
import { createInstance, type TFunction } from 'i18next';
import type { Language } from '../../src/i18n/language';

export type Words = TFunction<
  readonly ['common', 'home', 'lab', 'charts', 'errors', 'course', 'learn', 'methods', 'sources']
>;

/** Put in for a number that a test does not know, to find what stands before and after it in a sentence. */
export const MARK = '\u0000';

const LOCALES = new URL('../../src/i18n/locales/', import.meta.url);

function catalogues(language: Language): Record<string, Record<string, unknown>> {
  const folder = new URL(`${language}/`, LOCALES);
  return Object.fromEntries(
    readdirSync(folder).map((file) => [
      file.replace('.json', ''),
      JSON.parse(readFileSync(new URL(file, folder), 'utf8')) as Record<string, unknown>,
    ]),
  );
}

/** The page's own texts, read from its catalogues: a test names a key, never a sentence. */
export function words(language: Language): Words {
  const translator = createInstance();
  void translator.init({
    lng: language,
    fallbackLng: false,
    ns: ['common', 'home', 'lab', 'charts', 'errors', 'course', 'learn', 'methods', 'sources'],
    defaultNS: 'common',
    resources: { [language]: catalogues(language) },
    interpolation: { escapeValue: false },
    initAsync: false,
  });
  return translator.t;
}
