import { useTranslation } from 'react-i18next';
import { Link, NavLink } from 'react-router';
import styles from './Header.module.css';
import { LanguageSwitch } from './LanguageSwitch';
import { ThemeSwitch } from './ThemeSwitch';
import { Wordmark } from './Wordmark';

export function Header({ onShowKeys }: { readonly onShowKeys: () => void }) {
  const { t } = useTranslation();
  return (
    <header className={styles.header}>
      <Link to="/" className={styles.home} aria-label={`${t('app.name')}: ${t('nav.home')}`}>
        <Wordmark />
      </Link>
      <nav aria-label={t('nav.label')} className={styles.nav}>
        <NavLink to="/" end>
          {t('nav.home')}
        </NavLink>
        <NavLink to="/learn/4.1">
          {t('nav.course')} <span className={styles.slide}>4.1</span>
        </NavLink>
        <NavLink to="/lab">{t('nav.lab')}</NavLink>
      </nav>
      <div className={styles.switches}>
        <LanguageSwitch />
        <ThemeSwitch />
        <button type="button" className={styles.keys} aria-keyshortcuts="?" onClick={onShowKeys}>
          {t('keys.open')} <kbd>?</kbd>
        </button>
      </div>
    </header>
  );
}
