import type { i18n } from 'i18next';
import { useState } from 'react';
import { I18nextProvider } from 'react-i18next';
import { RouterProvider } from 'react-router';
import { ErrorBoundary } from './ErrorBoundary';
import { createRoutes } from './routes';
import type { SettingsStore } from './settings';
import { SettingsContext } from './SettingsContext';

export interface AppProps {
  readonly settings: SettingsStore;
  readonly translator: i18n;
}

/** The page: settings and words around the routes, and one last net under everything. */
export function App({ settings, translator }: AppProps) {
  const [router] = useState(() => createRoutes(translator));
  return (
    <I18nextProvider i18n={translator}>
      <SettingsContext value={settings}>
        <ErrorBoundary>
          <RouterProvider router={router} />
        </ErrorBoundary>
      </SettingsContext>
    </I18nextProvider>
  );
}
