/** Carries settings to what lies outside React: the document's language and theme, the translator, the address. */
import type { i18n } from 'i18next';
import type { Settings, SettingsStore, Theme } from './settings';
import { parseUrlOptions, withLanguage } from './urlOptions';

function shownTheme(theme: Theme, dark: MediaQueryList): Exclude<Theme, 'auto'> {
  if (theme !== 'auto') return theme;
  return dark.matches ? 'dark' : 'light';
}

/** Runs for as long as the page is open. Changing the language never touches a run: only words are drawn again. */
export function followSettings(store: SettingsStore, translator: i18n): void {
  const root = document.documentElement;
  const dark = window.matchMedia('(prefers-color-scheme: dark)');

  function show({ language, theme }: Settings): void {
    root.lang = language;
    root.dataset['theme'] = shownTheme(theme, dark);
    if (translator.language !== language) void translator.changeLanguage(language);
  }
  show(store.getState());
  dark.addEventListener('change', () => show(store.getState()));

  store.subscribe((now, before) => {
    show(now);
    if (now.language === before.language) return;
    const changed = withLanguage(window.location.search, window.location.hash, now.language);
    // The state object belongs to the router; only the words of the address change.
    if (changed !== null) window.history.replaceState(window.history.state, '', `${changed.search}${changed.hash}`);
  });

  window.addEventListener('hashchange', () => {
    store.getState().takeOver(parseUrlOptions(window.location.search, window.location.hash));
  });
}
