/**
 * What the reader has chosen for the page itself. Kept in the browser under one versioned key; a run, a preset and a
 * link never depend on it. The forced backend belongs to the address and is kept only while the page is open.
 */
import { createStore, type StoreApi } from 'zustand/vanilla';
import { isLanguage, type Language } from '../i18n';
import type { BackendName } from '../training/events';
import type { SafeStorage } from './safeStorage';
import type { UrlOptions, UrlRefusal } from './urlOptions';

export const THEMES = ['auto', 'light', 'dark', 'projector'] as const;

export type Theme = (typeof THEMES)[number];

export interface Settings {
  readonly language: Language;
  readonly theme: Theme;
  /** Forced by the address; `null` = the rule decides. */
  readonly backend: BackendName | null;
  /** Parts of the address that were not understood, still to be told. */
  readonly refusals: readonly UrlRefusal[];
  /** `false`: choices last only as long as this page. */
  readonly durable: boolean;
  readonly setLanguage: (language: Language) => void;
  readonly setTheme: (theme: Theme) => void;
  /** Take over what a changed address says; what it does not say stays. */
  readonly takeOver: (options: UrlOptions) => void;
  /** No backend is forced any more. */
  readonly letPageChoose: () => void;
  readonly dismissRefusals: () => void;
}

export type SettingsStore = StoreApi<Settings>;

const KEY = 'sharelab.settings';
const VERSION = 1;

interface Kept {
  readonly language: Language | null;
  readonly theme: Theme;
}

function isTheme(value: unknown): value is Theme {
  return THEMES.some((theme) => theme === value);
}

/** Anything unreadable counts as nothing kept; `newer` = written by a later version, which is left as it is. */
function readKept(storage: SafeStorage): { readonly kept: Kept; readonly newer: boolean } {
  const nothing: Kept = { language: null, theme: 'auto' };
  try {
    const value: unknown = JSON.parse(storage.read(KEY) ?? 'null');
    if (typeof value !== 'object' || value === null) return { kept: nothing, newer: false };
    const { version, language, theme } = value as Readonly<Record<string, unknown>>;
    return {
      kept: {
        language: typeof language === 'string' && isLanguage(language) ? language : null,
        theme: isTheme(theme) ? theme : 'auto',
      },
      newer: typeof version === 'number' && version > VERSION,
    };
  } catch {
    return { kept: nothing, newer: false };
  }
}

/**
 * @param url what the address said at the start; its language wins over the kept one but is not kept itself
 * @param preferred what the browser would like
 */
export function createSettings(storage: SafeStorage, url: UrlOptions, preferred: Language): SettingsStore {
  const { kept, newer } = readKept(storage);
  let chosen = kept;

  return createStore<Settings>((set) => {
    function keep(change: Partial<Kept>): void {
      chosen = { ...chosen, ...change };
      if (!newer) storage.write(KEY, JSON.stringify({ version: VERSION, ...chosen }));
      set({ durable: storage.durable });
    }
    return {
      language: url.language ?? kept.language ?? preferred,
      theme: kept.theme,
      backend: url.backend,
      refusals: url.refusals,
      durable: storage.durable,
      setLanguage: (language) => {
        set({ language });
        keep({ language });
      },
      setTheme: (theme) => {
        set({ theme });
        keep({ theme });
      },
      takeOver: (options) =>
        set((now) => ({
          language: options.language ?? now.language,
          backend: options.backend ?? now.backend,
          refusals: options.refusals.length > 0 ? options.refusals : now.refusals,
        })),
      letPageChoose: () => set({ backend: null }),
      dismissRefusals: () => set({ refusals: [] }),
    };
  });
}
