/** Refusals as a reader gets them: the catalogues as shipped, filled in the simplest way. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describeProblem, type Translate } from './describeProblem';
import type { SpecProblem } from './specProblem';

function translator(language: string): Translate {
  const path = join(import.meta.dirname, '../i18n/locales', language, 'errors.json');
  const catalogue: unknown = JSON.parse(readFileSync(path, 'utf8'));
  return (key, params) => {
    let text: unknown = catalogue;
    for (const name of key.replace(/^errors:/, '').split('.')) {
      text = typeof text === 'object' && text !== null ? Reflect.get(text, name) : undefined;
    }
    if (typeof text !== 'string') throw new Error(`${language} has no text for ${key}`);
    return text.replaceAll(/\{\{(\w+)\}\}/g, (placeholder, name: string) => params[name] ?? placeholder);
  };
}

const translators = { en: translator('en'), 'zh-CN': translator('zh-CN') };

export function inBothLanguages(problem: SpecProblem): readonly [string, string] {
  return [describeProblem(problem, translators.en), describeProblem(problem, translators['zh-CN'])];
}
