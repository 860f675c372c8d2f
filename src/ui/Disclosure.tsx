import type { DisclosureProps } from './controlProps';
import styles from './Disclosure.module.css';

/** More for those who want it: native details, findable by the browser's search. */
export function Disclosure({ summary, children, open, onToggle }: DisclosureProps) {
  return (
    <details
      className={styles.details}
      open={open}
      onToggle={(event) => {
        // A nested disclosure's toggle event does not bubble, but React's synthetic one would.
        if (event.target === event.currentTarget) onToggle?.(event.currentTarget.open);
      }}
    >
      <summary className={styles.summary}>{summary}</summary>
      <div className={styles.content}>{children}</div>
    </details>
  );
}
