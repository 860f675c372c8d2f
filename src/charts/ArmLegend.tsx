import { memo } from 'react';
import { useTranslation } from 'react-i18next';
import type { ArmMark } from '../ui/armMark';
import { ArmKey } from '../ui/ArmKey';
import styles from './ArmLegend.module.css';

export interface ArmLegendProps {
  readonly arms: readonly ArmMark[];
  /** Arm shown alone, `null` = all. */
  readonly kept: string | null;
  readonly onKeep: (arm: string | null) => void;
  readonly onHover: (arm: string | null) => void;
}

/** The arms with glyph and stroke; pointing at one brings its lines forward, a click keeps them there. */
export const ArmLegend = memo(function ArmLegend({ arms, kept, onKeep, onHover }: ArmLegendProps) {
  const { t } = useTranslation('charts');
  return (
    <div role="group" aria-label={t('chart.emphasise')} className={styles.legend}>
      {arms.map((arm) => (
        <button
          key={arm.id}
          type="button"
          className={styles.item}
          aria-pressed={kept === arm.id}
          title={t('chart.focusArm', { arm: arm.label })}
          onClick={() => onKeep(kept === arm.id ? null : arm.id)}
          onPointerEnter={() => onHover(arm.id)}
          onPointerLeave={() => onHover(null)}
          onFocus={() => onHover(arm.id)}
          onBlur={() => onHover(null)}
        >
          <ArmKey arm={arm} />
        </button>
      ))}
    </div>
  );
});
