import { useId } from 'react';
import type { SegmentedControlProps } from './controlProps';
import styles from './SegmentedControl.module.css';
import { VisuallyHidden } from './VisuallyHidden';

/** One of a few, all in view: a native radio group drawn as one strip. */
export function SegmentedControl<T extends string>(props: SegmentedControlProps<T>) {
  const { label, labelHidden = false, value, choices, onChange } = props;
  const name = useId();
  return (
    <fieldset className={styles.group}>
      <legend className={styles.legend}>{labelHidden ? <VisuallyHidden>{label}</VisuallyHidden> : label}</legend>
      <div className={styles.strip}>
        {choices.map((choice) => (
          <label key={choice.value} className={styles.choice}>
            <input
              type="radio"
              className={styles.radio}
              name={name}
              checked={choice.value === value}
              disabled={choice.disabled}
              onChange={() => onChange(choice.value)}
            />
            <span className={styles.face}>
              {choice.glyph}
              {choice.label}
            </span>
          </label>
        ))}
      </div>
    </fieldset>
  );
}
