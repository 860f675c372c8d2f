import { useId, useState, type KeyboardEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { formatSignificant } from '../i18n/numberFormat';
import type { NumberFieldProps } from './controlProps';
import { FieldLabel } from './FieldLabel';
import styles from './NumberField.module.css';
import { parseNumber } from './parseNumber';

const QUARTER_DECADE = 10 ** 0.25;

/**
 * A number with its unit and range. What is typed counts on Enter or on leaving; what is not allowed stays in the field,
 * marked, with the allowed range beside it, and changes nothing. Escape puts the last good number back.
 */
export function NumberField(props: NumberFieldProps) {
  const { label, labelHidden = false, value, onCommit, min, max, step = 1, integer = false, unit, disabled } = props;
  const { t } = useTranslation('charts');
  const id = useId();
  const [draft, setDraft] = useState<string | null>(null);
  const parsed = draft === null ? value : parseNumber(draft);
  const valid = parsed !== null && parsed >= min && parsed <= max && (!integer || Number.isInteger(parsed));
  const range = { min: formatSignificant(min), max: formatSignificant(max) };

  const commit = (): void => {
    if (draft === null || !valid) return;
    setDraft(null);
    if (parsed !== value) onCommit(parsed);
  };
  const nudge = (up: boolean): void => {
    const from = valid ? parsed : value;
    const moved =
      props.logarithmic === true ? from * (up ? QUARTER_DECADE : 1 / QUARTER_DECADE) : from + (up ? step : -step);
    const tidy = Number((integer ? Math.round(moved) : moved).toPrecision(props.logarithmic === true ? 2 : 10));
    setDraft(null);
    onCommit(Math.min(max, Math.max(min, tidy)));
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.key === 'Enter') commit();
    else if (event.key === 'Escape' && draft !== null) setDraft(null);
    else if (event.key === 'ArrowUp' || event.key === 'ArrowDown') nudge(event.key === 'ArrowUp');
    else return;
    event.preventDefault();
    event.stopPropagation();
  };
  const text = draft ?? plain(value);
  return (
    <div className={styles.field}>
      <FieldLabel htmlFor={id} hidden={labelHidden}>
        {label}
      </FieldLabel>
      <span className={styles.box}>
        <input
          id={id}
          className={styles.input}
          style={{ inlineSize: `${Math.max(5, text.length + 1)}ch` }}
          inputMode={integer && min >= 0 ? 'numeric' : 'text'}
          autoComplete="off"
          spellCheck={false}
          value={text}
          disabled={disabled}
          onChange={(event) => setDraft(event.target.value)}
          onBlur={commit}
          onKeyDown={onKeyDown}
          aria-invalid={!valid || undefined}
          aria-describedby={valid ? undefined : `${id}-range`}
        />
        {unit !== undefined && <span className={styles.unit}>{unit}</span>}
      </span>
      {!valid && (
        <span id={`${id}-range`} className={styles.range} role="alert">
          {t(integer ? 'ui.allowedInteger' : 'ui.allowed', range)}
        </span>
      )}
    </div>
  );
}

/** What the field shows for a number that nobody is typing: plain digits, so that it can be edited. */
function plain(value: number): string {
  const size = Math.abs(value);
  const digits = Number(value.toPrecision(10));
  return size !== 0 && size < 1e-4 ? digits.toExponential().replace('+', '') : String(digits);
}
