import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import styles from './Notices.module.css';
import { useSettings } from './SettingsContext';

/** Calm lines under the header: what was left out of the address, and that nothing is kept. Each can be put away. */
export function Notices() {
  const { t } = useTranslation();
  const refusals = useSettings((settings) => settings.refusals);
  const dismissRefusals = useSettings((settings) => settings.dismissRefusals);
  const durable = useSettings((settings) => settings.durable);
  const [storageSeen, setStorageSeen] = useState(false);
  const storage = !durable && !storageSeen;
  return (
    <div role="status" aria-label={t('notice.label')}>
      {refusals.length > 0 && (
        <div className={styles.notice}>
          <div>
            {refusals.map(({ name, value, allowed }) => (
              <p key={name}>{t('notice.url', { name, value, allowed: allowed.join(', ') })}</p>
            ))}
          </div>
          <button type="button" onClick={dismissRefusals}>
            {t('notice.dismiss')}
          </button>
        </div>
      )}
      {storage && (
        <div className={styles.notice}>
          <p>{t('notice.storage')}</p>
          <button type="button" onClick={() => setStorageSeen(true)}>
            {t('notice.dismiss')}
          </button>
        </div>
      )}
    </div>
  );
}
