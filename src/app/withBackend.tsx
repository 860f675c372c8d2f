import type { ComponentType } from 'react';
import type { BackendName } from '../training/events';
import { useSettings } from './SettingsContext';

/** Hands the backend that the address forces (or `null`) to a page; pages lie below the app and cannot ask for it. */
export function withBackend(Page: ComponentType<{ readonly backend: BackendName | null }>): ComponentType {
  return function PageWithBackend() {
    return <Page backend={useSettings((settings) => settings.backend)} />;
  };
}
