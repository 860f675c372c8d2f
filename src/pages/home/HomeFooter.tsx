import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { version } from '../../../package.json';
import styles from './HomePage.module.css';
import { browserFacts, offeredBackends } from './offeredBackends';

const WRITTEN = { webgpu: 'WebGPU', webgl: 'WebGL', wasm: 'WebAssembly', cpu: 'JavaScript' } as const;

export function HomeFooter() {
  const { t } = useTranslation('home');
  const [backends] = useState(() => offeredBackends(browserFacts()).map((name) => WRITTEN[name]));
  return (
    <footer className={styles.footer} aria-label={t('footer.label')}>
      <p>{t('footer.offers', { backends: backends.join(' · ') })}</p>
      <p>{t('footer.private')}</p>
      <p>{t('footer.version', { version })}</p>
    </footer>
  );
}
