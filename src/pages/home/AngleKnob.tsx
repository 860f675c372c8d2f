import { useTranslation } from 'react-i18next';
import type { PointSpec } from '../../spec/experiment';
import { HelpTip } from '../../ui/HelpTip';
import { SegmentedControl } from '../../ui/SegmentedControl';
import styles from './HomeFigure.module.css';

export interface AngleKnobProps {
  readonly points: readonly PointSpec[];
  /** Index into `points`. */
  readonly point: number;
  readonly onChange: (point: number) => void;
}

/** The one knob: the angles that were trained, all of them at once, so that turning it answers at once. */
export function AngleKnob({ points, point, onChange }: AngleKnobProps) {
  const { t } = useTranslation('home');
  return (
    <div className={styles.knob}>
      <HelpTip help={t('angle.help')}>{t('angle.label')}</HelpTip>
      <SegmentedControl
        label={t('angle.label')}
        labelHidden
        value={String(point)}
        choices={points.map(({ value }, index) => ({
          value: String(index),
          label: t('angle.value', { degrees: value ?? 0 }),
        }))}
        onChange={(value) => onChange(Number(value))}
      />
    </div>
  );
}
