import { createInstance, type BackendModule, type i18n, type ReadCallback, type ResourceKey } from 'i18next';
import { BUNDLED, LAZY, type Namespace } from './catalogues';
import { isLanguage, LANGUAGES, type Language } from './language';

type LazyNamespace = keyof (typeof LAZY)['en'];

function isLazy(namespace: string): namespace is LazyNamespace {
  return Object.hasOwn(LAZY.en, namespace);
}

/** Fetches a catalogue once it is asked for. */
const backend: BackendModule = {
  type: 'backend',
  init: () => undefined,
  read: (language: string, namespace: string, callback: ReadCallback) => {
    if (!isLanguage(language) || !isLazy(namespace)) {
      callback(new Error(`no catalogue ${language}/${namespace}`), null);
      return;
    }
    const done = (data: ResourceKey): void => callback(null, data);
    LAZY[language][namespace]().then(
      (module) => done(module.default),
      (error: unknown) => callback(error instanceof Error ? error : new Error(String(error)), null),
    );
  },
};

/**
 * The page's translator, ready at once for `common` and `home`. The page hands it down with `I18nextProvider`;
 * nothing global is registered, so that tests can make their own.
 */
export function createI18n(language: Language): i18n {
  const instance = createInstance();
  void instance.use(backend).init({
    lng: language,
    supportedLngs: [...LANGUAGES],
    // No fallback: a missing text is a defect that the catalogue test finds, not something to paper over.
    fallbackLng: false,
    load: 'currentOnly',
    ns: ['common', 'home'] satisfies Namespace[],
    defaultNS: 'common' satisfies Namespace,
    partialBundledLanguages: true,
    resources: { en: { ...BUNDLED.en }, 'zh-CN': { ...BUNDLED['zh-CN'] } },
    // React escapes; escaping twice would show `&amp;`.
    interpolation: { escapeValue: false },
    returnEmptyString: false,
    initAsync: false,
  });
  return instance;
}

/** Fetch catalogues of the current language ahead of use (for example while the code of a page is being fetched). */
export function preloadNamespaces(instance: i18n, namespaces: readonly Namespace[]): Promise<void> {
  return instance.loadNamespaces([...namespaces]);
}
