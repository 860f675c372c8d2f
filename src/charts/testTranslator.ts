/** The real catalogues, for tests of what the charts say in words. */
import { createInstance, type TFunction } from 'i18next';
import en from '../i18n/locales/en/charts.json';
import zh from '../i18n/locales/zh-CN/charts.json';

export function testTranslator(language: 'en' | 'zh-CN'): TFunction<'charts'> {
  const instance = createInstance();
  void instance.init({
    lng: language,
    fallbackLng: false,
    ns: ['charts'],
    defaultNS: 'charts',
    resources: { en: { charts: en }, 'zh-CN': { charts: zh } },
    interpolation: { escapeValue: false },
    initAsync: false,
  });
  return instance.getFixedT(language, 'charts');
}
