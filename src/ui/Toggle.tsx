import type { ToggleProps } from './controlProps';
import styles from './Toggle.module.css';

/** A switch that takes effect at once. */
export function Toggle({ label, checked, onChange, disabled }: ToggleProps) {
  return (
    <label className={styles.label}>
      <input
        type="checkbox"
        role="switch"
        className={styles.input}
        checked={checked}
        disabled={disabled}
        onChange={(event) => onChange(event.target.checked)}
      />
      {label}
    </label>
  );
}
