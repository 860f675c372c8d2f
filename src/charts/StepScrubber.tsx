import { useTranslation } from 'react-i18next';
import { Button } from '../ui/Button';
import { RangeInput } from '../ui/RangeInput';
import type { StepScrubberProps } from './chartProps';
import { nearestIndex } from './nearestIndex';
import styles from './StepScrubber.module.css';

/** Back and forth through a run: one place per measurement, with a mark wherever a knob was turned. */
export function StepScrubber({ steps, lastStep, cursor, onCursorChange, adjustments = [] }: StepScrubberProps) {
  const { t } = useTranslation('charts');
  const newest = steps.length - 1;
  const index = cursor === null ? newest : Math.min(Math.max(cursor, 0), newest);
  const step = steps[index] ?? 0;
  const reached = steps[newest] ?? 0;
  const value = t('scrub.value', { step, last: lastStep });
  return (
    <div className={styles.scrubber}>
      <div className={styles.track}>
        <RangeInput
          share={step / Math.max(1, reached)}
          aria-label={t('scrub.label')}
          min={0}
          max={Math.max(1, reached)}
          step={1}
          value={step}
          disabled={newest < 1}
          aria-valuetext={value}
          onChange={(event) => {
            const at = nearestIndex(steps, event.target.valueAsNumber);
            onCursorChange(at === newest ? null : at);
          }}
          onKeyDown={(event) => {
            // One key, one measurement, however many steps lie between two.
            const move =
              event.key === 'ArrowLeft' || event.key === 'ArrowDown'
                ? -1
                : event.key === 'ArrowRight' || event.key === 'ArrowUp'
                  ? 1
                  : 0;
            if (move === 0) return;
            event.preventDefault();
            event.stopPropagation();
            const at = Math.min(Math.max(index + move, 0), newest);
            onCursorChange(at === newest ? null : at);
          }}
        />
        {reached > 0 &&
          adjustments
            .filter((one) => one.step <= reached)
            .map((one) => (
              <span
                key={`${one.step} ${one.label}`}
                className={styles.mark}
                style={{ '--at': one.step / reached }}
                title={t('chart.changed', { step: one.step, label: one.label })}
              />
            ))}
      </div>
      <span className={styles.value}>{value}</span>
      {cursor === null || cursor >= newest ? (
        <span className={styles.following}>{t('scrub.following')}</span>
      ) : (
        <Button kind="quiet" onClick={() => onCursorChange(null)}>
          {t('scrub.newest')}
        </Button>
      )}
    </div>
  );
}
