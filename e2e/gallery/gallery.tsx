/**
 * Every chart and control on one page, on invented data: `?part=curves&lang=zh-CN&theme=dark&live=1`. For looking at and
 * for picture tests; no part of the build.
 */
import { createInstance } from 'i18next';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { I18nextProvider, initReactI18next } from 'react-i18next';
import en from '../../src/i18n/locales/en/charts.json';
import enMethods from '../../src/i18n/locales/en/methods.json';
import zh from '../../src/i18n/locales/zh-CN/charts.json';
import zhMethods from '../../src/i18n/locales/zh-CN/methods.json';
import '../../src/ui/styles/index.css';
import { CardsPart } from './CardsPart';
import { ControlsPart } from './ControlsPart';
import { CurvesPart } from './CurvesPart';
import { GainsPart } from './GainsPart';
import './gallery.css';
import { LoadPart } from './LoadPart';
import { MethodsPart } from './MethodsPart';
import { PhasePart } from './PhasePart';
import { StructuresPart } from './StructuresPart';
import { TowersPart } from './TowersPart';

const query = new URLSearchParams(location.search);
const language = query.get('lang') === 'zh-CN' ? 'zh-CN' : 'en';
const theme = query.get('theme');
document.documentElement.lang = language;
if (theme !== null) document.documentElement.dataset['theme'] = theme;

const i18n = createInstance();
await i18n.use(initReactI18next).init({
  lng: language,
  fallbackLng: false,
  ns: ['charts', 'methods'],
  defaultNS: 'charts',
  resources: { en: { charts: en, methods: enMethods }, 'zh-CN': { charts: zh, methods: zhMethods } },
  interpolation: { escapeValue: false },
});

const PARTS = {
  towers: TowersPart,
  curves: CurvesPart,
  gains: GainsPart,
  phase: PhasePart,
  methods: MethodsPart,
  structures: StructuresPart,
  cards: CardsPart,
  controls: ControlsPart,
  load: LoadPart,
};
const wanted = query.get('part');
const shown = Object.entries(PARTS).filter(([name]) => (wanted === null ? name !== 'load' : name === wanted));
const root = document.getElementById('root');
if (root !== null) {
  createRoot(root).render(
    <StrictMode>
      <I18nextProvider i18n={i18n}>
        <main className="gallery">
          {shown.map(([name, Part]) => (
            <section key={name} id={name}>
              <Part zh={language === 'zh-CN'} live={query.get('live') === '1'} />
            </section>
          ))}
        </main>
      </I18nextProvider>
    </StrictMode>,
  );
}
