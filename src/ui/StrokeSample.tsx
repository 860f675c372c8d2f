import type { ArmMark } from './armMark';
import styles from './StrokeSample.module.css';
import { strokeOf } from './strokes';

export interface StrokeSampleProps {
  readonly arm: Pick<ArmMark, 'kind' | 'tension'>;
  /** CSS colour; default ink. */
  readonly color?: string;
  /** Drawn as training curves are: thinner and paler. */
  readonly faint?: boolean;
}

/** A piece of an arm's line. Lengths are in line widths, so the sample is right in every theme. */
export function StrokeSample({ arm, color = 'currentColor', faint = false }: StrokeSampleProps) {
  const stroke = strokeOf(arm);
  const width = `calc(var(${stroke.width}) * ${faint ? 0.6 : 1})`;
  const dash = stroke.dash.map((part) => `calc(var(${stroke.width}) * ${part * (faint ? 0.6 : 1)})`).join(', ');
  return (
    <svg className={styles.sample} aria-hidden="true">
      <line
        x1="1"
        y1="50%"
        x2="100%"
        y2="50%"
        style={{
          stroke: color,
          strokeWidth: width,
          strokeLinecap: stroke.cap,
          strokeDasharray: dash === '' ? 'none' : dash,
          opacity: faint ? 0.65 : 1,
        }}
      />
    </svg>
  );
}
