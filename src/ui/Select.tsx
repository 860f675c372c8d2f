import { useId } from 'react';
import type { SelectProps } from './controlProps';
import { FieldLabel } from './FieldLabel';
import styles from './Select.module.css';

/** The browser's own list: every platform's keyboard, screen reader and phone picker already know it. */
export function Select<T extends string>(props: SelectProps<T>) {
  const { label, labelHidden = false, value, choices, onChange, disabled } = props;
  const id = useId();
  return (
    <div className={styles.field}>
      <FieldLabel htmlFor={id} hidden={labelHidden}>
        {label}
      </FieldLabel>
      <select
        id={id}
        className={styles.select}
        value={value}
        disabled={disabled}
        onChange={(event) => {
          const chosen = choices.find((choice) => choice.value === event.target.value);
          if (chosen !== undefined) onChange(chosen.value);
        }}
      >
        {choices.map((choice) => (
          <option key={choice.value} value={choice.value} disabled={choice.disabled}>
            {choice.label}
          </option>
        ))}
      </select>
    </div>
  );
}
