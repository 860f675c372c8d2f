import { createContext, useContext } from 'react';
import { useStore } from 'zustand';
import type { Settings, SettingsStore } from './settings';

export const SettingsContext = createContext<SettingsStore | null>(null);

/** @throws Error outside the provider: a page cannot be drawn without settings */
export function useSettings<T>(select: (settings: Settings) => T): T {
  const store = useContext(SettingsContext);
  if (store === null) throw new Error('useSettings needs SettingsContext');
  return useStore(store, select);
}
