/** A text the code asks for. `*` stands for what is put in at run time. */
export interface UsedKey {
  /** Any of these may hold it. */
  readonly namespaces: readonly string[];
  readonly key: string;
}

function quoted(text: string): readonly string[] {
  return [...text.matchAll(/['"`]([\w-]+)['"`]/g)].map((match) => match[1] ?? '');
}

/**
 * The keys in the source of one module, read without running it: `t('a.b')`, `t('ns:a.b')`, t(`a.${x}`), and
 * `i18nKey="a.b"`. The namespaces are those of the module's `useTranslation(...)` calls, `common` without one.
 */
export function usedKeys(source: string): readonly UsedKey[] {
  // Blanks, not nothing: positions do not matter, but words must not grow together.
  const code = source.replace(/\/\*[\s\S]*?\*\//g, ' ').replace(/(^|\s)\/\/.*$/gm, ' ');
  const declared = [...code.matchAll(/(?:useTranslation|getFixedT|TFunction)\s*[(<]([^)>]*)[)>]/g)].flatMap((match) =>
    quoted(match[1] ?? ''),
  );
  const namespaces = declared.length === 0 ? ['common'] : [...new Set(declared)];

  const calls = [...code.matchAll(/(?<![\w$.])(?:i18n\.)?t\(\s*(['"`])((?:\\.|(?!\1).)*)\1/g)].map(
    (match) => match[2] ?? '',
  );
  const attributes = [...code.matchAll(/i18nKey=(?:\{\s*)?(['"`])((?:(?!\1).)*)\1/g)].map((match) => match[2] ?? '');

  return [...calls, ...attributes].map((raw) => {
    const key = raw.replace(/\$\{[^}]*\}/g, '*');
    const colon = key.indexOf(':');
    return colon < 0 ? { namespaces, key } : { namespaces: [key.slice(0, colon)], key: key.slice(colon + 1) };
  });
}
