import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { createI18n, matchLanguage } from '../i18n';
import { App } from './App';
import { followSettings } from './followSettings';
import { openSafeStorage } from './safeStorage';
import { createSettings } from './settings';
import { parseUrlOptions } from './urlOptions';
import '../ui/styles/index.css';

const settings = createSettings(
  openSafeStorage(() => window.localStorage),
  parseUrlOptions(window.location.search, window.location.hash),
  matchLanguage(navigator.languages),
);
const translator = createI18n(settings.getState().language);
followSettings(settings, translator);

const place = document.getElementById('root');
if (place === null) throw new Error('index.html has no #root');
createRoot(place).render(
  <StrictMode>
    <App settings={settings} translator={translator} />
  </StrictMode>,
);
