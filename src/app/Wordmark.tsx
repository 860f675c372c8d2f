import styles from './Header.module.css';

/**
 * The lab's signature: an open circle (alone), a chain link (hard), a spring (soft), then the name.
 * Drawn here and not taken from the charts, so that the first script stays small.
 */
export function Wordmark() {
  return (
    <span className={styles.wordmark}>
      <svg viewBox="0 0 62 20" width="62" height="20" aria-hidden="true" fill="none" stroke="currentColor">
        <circle cx="9" cy="10" r="5.5" strokeWidth="1.6" strokeDasharray="1.6 1.85" strokeLinecap="round" />
        <g strokeWidth="2.6">
          <rect x="20.5" y="6.2" width="11.5" height="7.6" rx="3.8" />
          <path d="M28.5 10h6.5" strokeLinecap="round" />
        </g>
        <path
          d="M41 10h2l1.8-4 3.2 8 3.2-8 3.2 8 1.8-4h3"
          strokeWidth="1.6"
          strokeLinejoin="round"
          strokeLinecap="round"
        />
      </svg>
      <span className={styles.name}>ShareLab</span>
    </span>
  );
}
