import { useTranslation } from 'react-i18next';
import type { Range } from '../../spec/limits';
import { Button } from '../../ui/Button';
import { NumberField } from '../../ui/NumberField';
import styles from './Knobs.module.css';

export interface NumberListProps {
  readonly values: readonly number[];
  readonly range: Range;
  /** Largest number of values. */
  readonly most: number;
  readonly onChange: (values: readonly number[]) => void;
}

/** A short list of numbers, each to be changed or taken out; a new one continues the list. */
export function NumberList({ values, range, most, onChange }: NumberListProps) {
  const { t } = useTranslation('lab');
  const last = values.at(-1) ?? range.min;
  const stride = last - (values.at(-2) ?? last - 1);
  const next = Math.min(range.max, Math.max(range.min, last + stride));
  return (
    <ul className={styles.list}>
      {values.map((value, index) => (
        <li key={index} className={styles.item}>
          <NumberField
            label={t('list.value', { n: index + 1 })}
            labelHidden
            value={value}
            min={range.min}
            max={range.max}
            integer={range.integer}
            onCommit={(changed) => onChange(values.map((old, at) => (at === index ? changed : old)))}
          />
          {values.length > 1 && (
            <Button
              kind="quiet"
              label={t('list.removeNamed', { name: String(value) })}
              onClick={() => onChange(values.filter((_, at) => at !== index))}
            >
              ×
            </Button>
          )}
        </li>
      ))}
      {values.length < most && !values.includes(next) && (
        <li>
          <Button kind="quiet" onClick={() => onChange([...values, next])}>
            {t('list.add')}
          </Button>
        </li>
      )}
    </ul>
  );
}
