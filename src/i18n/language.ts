/** The languages of the page. Adding one = one folder in `locales/`, one entry here, one line in `catalogues.ts`. */
export const LANGUAGES = ['zh-CN', 'en'] as const;

export type Language = (typeof LANGUAGES)[number];

export function isLanguage(value: string): value is Language {
  return LANGUAGES.some((language) => language === value);
}

/**
 * The first supported language among the reader's preferences (BCP 47 tags, best first).
 * Any Chinese gets simplified Chinese, anything unknown gets English.
 */
export function matchLanguage(preferred: readonly string[]): Language {
  for (const tag of preferred) {
    const primary = tag.toLowerCase().split('-')[0];
    if (primary === 'zh') return 'zh-CN';
    if (primary === 'en') return 'en';
  }
  return 'en';
}
