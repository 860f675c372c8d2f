import { useTranslation } from 'react-i18next';
import { Link, useLocation } from 'react-router';
import styles from './ErrorScreen.module.css';

const SHOWN = 60;

export function NotFoundPage() {
  const { t } = useTranslation();
  const { pathname } = useLocation();
  const path = `#${pathname.length > SHOWN ? `${pathname.slice(0, SHOWN)}…` : pathname}`;
  return (
    <div className={styles.screen}>
      <h1>{t('notFound.title')}</h1>
      <p>{t('notFound.lead', { path })}</p>
      <ul className={styles.ways}>
        <li>
          <Link to="/">{t('notFound.home')}</Link>
        </li>
        <li>
          <Link to="/learn/4.1">{t('notFound.course')}</Link>
        </li>
        <li>
          <Link to="/lab">{t('notFound.lab')}</Link>
        </li>
      </ul>
    </div>
  );
}
