/** Carries settings to what lies outside React: the document's language and theme, the translator, the address. */
import type { i18n } from 'i18next';
import type { Settings, SettingsStore, Theme } from './settings';
import { parseUrlOptions, withLanguage, withoutBackend } from './urlOptions';

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
  function write(changed: { readonly search: string; readonly hash: string } | null): void {
    if (changed === null) return;
    const { pathname } = window.location;
    // The state object belongs to the router; only the words of the address change.
    window.history.replaceState(window.history.state, '', `${pathname}${changed.search}${changed.hash}`);
  }
  show(store.getState());
  dark.addEventListener('change', () => show(store.getState()));

  store.subscribe((now, before) => {
    show(now);
    const { search, hash } = window.location;
    if (now.language !== before.language) write(withLanguage(search, hash, now.language));
    else if (now.backend === null && before.backend !== null) write(withoutBackend(search, hash));
  });

  window.addEventListener('hashchange', () => {
    store.getState().takeOver(parseUrlOptions(window.location.search, window.location.hash));
  });
}
