/** Refusals as a reader gets them: the catalogues as shipped, filled in the simplest way. */
import chinese from '../i18n/locales/zh-CN/errors.json';
import english from '../i18n/locales/en/errors.json';
import { describeProblem, type Translate } from './describeProblem';
import type { SpecProblem } from './specProblem';

function translator(language: string, catalogue: object): Translate {
  return (key, params) => {
    let text: unknown = catalogue;
    for (const name of key.replace(/^errors:/, '').split('.')) {
      text = typeof text === 'object' && text !== null ? Reflect.get(text, name) : undefined;
    }
    if (typeof text !== 'string') throw new Error(`${language} has no text for ${key}`);
    return text.replaceAll(/\{\{(\w+)\}\}/g, (placeholder, name: string) => params[name] ?? placeholder);
  };
}

const translators = { en: translator('en', english), 'zh-CN': translator('zh-CN', chinese) };

export function inBothLanguages(problem: SpecProblem): readonly [string, string] {
  return [describeProblem(problem, translators.en), describeProblem(problem, translators['zh-CN'])];
}
