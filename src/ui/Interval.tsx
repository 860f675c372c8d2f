import { useTranslation } from 'react-i18next';
import type { IntervalProps } from './controlProps';
import { formatInterval } from './formatInterval';
import styles from './Interval.module.css';

/** A mean with its half width over seeds, `0.46 ± 0.08`; a single seed says so instead of pretending. */
export function Interval({ mean, halfWidth, style = 'number', signed = false, unit }: IntervalProps) {
  const { t } = useTranslation('charts');
  const single = halfWidth === null || !Number.isFinite(halfWidth);
  return (
    <span className={styles.interval} title={t(single ? 'ui.singleSeed' : 'ui.intervalHelp')}>
      {formatInterval(mean, halfWidth, { style, signed })}
      {unit !== undefined && <span className={styles.unit}> {unit}</span>}
    </span>
  );
}
