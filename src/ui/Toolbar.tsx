import type { ToolbarProps } from './controlProps';
import styles from './Toolbar.module.css';

/** Buttons that belong together, in words: no icon that a word says better. Wraps before it overflows. */
export function Toolbar({ label, children }: ToolbarProps) {
  return (
    <div role="group" aria-label={label} className={styles.toolbar}>
      {children}
    </div>
  );
}
