export { createI18n, preloadNamespaces } from './createI18n';
export { isLanguage, LANGUAGES, matchLanguage, type Language } from './language';
export { formatInteger, formatPercent, formatSignificant, formatSpeed } from './numberFormat';
