import { useTranslation } from 'react-i18next';
import { formatMean } from '../ui/formatInterval';
import { GAIN_SHARES } from '../ui/styles/palette';
import { shadeOfLevel } from './gainShade';
import { VERDICT_ARROW } from './gainText';
import styles from './PhaseDiagram.module.css';

export interface PhaseLegendProps {
  readonly limit: number;
  readonly unit: 'ratio' | 'absolute';
}

/** The scale of the cells, with its ends in numbers and in words. */
export function PhaseLegend({ limit, unit }: PhaseLegendProps) {
  const { t } = useTranslation('charts');
  const levels = Array.from({ length: 2 * GAIN_SHARES.length - 1 }, (_, i) => i - GAIN_SHARES.length + 1);
  const write = (value: number): string =>
    formatMean(value, { signed: true, style: unit === 'ratio' ? 'percent' : 'number' });
  return (
    <>
      <span className={styles.legend}>
        <span>
          {VERDICT_ARROW.hurts} {t('gain.hurts')} {write(-limit)}
        </span>
        <span className={styles.swatches} aria-hidden="true">
          {levels.map((level) => (
            <span key={level} style={{ background: shadeOfLevel(level) }} />
          ))}
        </span>
        <span>
          {write(limit)} {t('gain.helps')} {VERDICT_ARROW.helps}
        </span>
      </span>
      <span>
        {t('phase.legend')} · {t('phase.faint')}
      </span>
    </>
  );
}
