import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { describeError, isFetchFailure } from './describeError';
import styles from './ErrorScreen.module.css';

export interface ErrorScreenProps {
  readonly error: unknown;
  /** Draw the failed part anew. */
  readonly onRetry: () => void;
}

/** What happened, what is safe, what to do; the stack is there for who asks for it. */
export function ErrorScreen({ error, onRetry }: ErrorScreenProps) {
  const { t } = useTranslation();
  const [copied, setCopied] = useState(false);
  const details = describeError(error);
  const fetchFailed = isFetchFailure(error);
  return (
    <div className={styles.screen} role="alert">
      <h1>{t('error.title')}</h1>
      <p>{fetchFailed ? t('error.chunkLead') : t('error.lead')}</p>
      <p>{t('error.safe')}</p>
      <div className={styles.ways}>
        {/* A module that failed to load once is never asked for again by the browser; only a reload helps. */}
        {fetchFailed ? (
          <button type="button" onClick={() => window.location.reload()}>
            {t('error.reload')}
          </button>
        ) : (
          <button type="button" onClick={onRetry}>
            {t('error.retry')}
          </button>
        )}
        <a href="#/" onClick={onRetry}>
          {t('error.home')}
        </a>
      </div>
      <details>
        <summary>{t('error.details')}</summary>
        <pre>{details}</pre>
        <button
          type="button"
          onClick={() => {
            // Refused copying is no second error: the text stands above and can be selected.
            navigator.clipboard.writeText(details).then(
              () => setCopied(true),
              () => setCopied(false),
            );
          }}
        >
          {copied ? t('error.copied') : t('error.copy')}
        </button>
      </details>
    </div>
  );
}
