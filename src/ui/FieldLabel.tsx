import styles from './FieldLabel.module.css';
import { VisuallyHidden } from './VisuallyHidden';

export interface FieldLabelProps {
  readonly htmlFor: string;
  readonly hidden: boolean;
  readonly children: string;
}

/** The label of a field; hidden ones take no room at all, not even a gap. */
export function FieldLabel({ htmlFor, hidden, children }: FieldLabelProps) {
  const label = (
    <label htmlFor={htmlFor} className={styles.label}>
      {children}
    </label>
  );
  return hidden ? <VisuallyHidden>{label}</VisuallyHidden> : label;
}
