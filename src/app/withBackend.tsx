import type { ComponentType } from 'react';
import type { BackendName } from '../training/events';
import { useSettings } from './SettingsContext';

interface BackendProps {
  readonly backend: BackendName | null;
  /** Force none any more. */
  readonly onLetPageChoose: () => void;
}

/** Hands the backend that the address forces (or `null`) to a page; pages lie below the app and cannot ask for it. */
export function withBackend(Page: ComponentType<BackendProps>): ComponentType {
  return function PageWithBackend() {
    const backend = useSettings((settings) => settings.backend);
    const letPageChoose = useSettings((settings) => settings.letPageChoose);
    return <Page backend={backend} onLetPageChoose={letPageChoose} />;
  };
}
