import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { version } from '../../../package.json';
import { BACKEND_NAMES } from '../../ui/backendNames';
import styles from './HomePage.module.css';
import { browserFacts, offeredBackends } from './offeredBackends';

export function HomeFooter() {
  const { t } = useTranslation('home');
  const [backends] = useState(() => offeredBackends(browserFacts()).map((name) => BACKEND_NAMES[name]));
  return (
    <footer className={styles.footer} aria-label={t('footer.label')}>
      <p>{t('footer.offers', { backends: backends.join(' · ') })}</p>
      <p>{t('footer.private')}</p>
      <p>{t('footer.version', { version })}</p>
    </footer>
  );
}
