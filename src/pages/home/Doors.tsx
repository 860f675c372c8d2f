import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import styles from './Doors.module.css';

const DOORS = [
  { door: 'teach', to: '/present/4.1' },
  { door: 'learn', to: '/learn/4.1' },
  { door: 'prepare', to: '/lab' },
] as const;

/** One way on for each of the three people who come here. */
export function Doors() {
  const { t } = useTranslation('home');
  return (
    <nav aria-label={t('doors.label')}>
      <ul className={styles.doors}>
        {DOORS.map(({ door, to }) => (
          <li key={door}>
            <h2>{t(`doors.${door}.title`)}</h2>
            <p>{t(`doors.${door}.text`)}</p>
            <Link to={to}>{t(`doors.${door}.link`)}</Link>
          </li>
        ))}
      </ul>
    </nav>
  );
}
