import type { ArmMark } from './armMark';
import styles from './ArmKey.module.css';
import { SchemeGlyph } from './SchemeGlyph';
import { StrokeSample } from './StrokeSample';

export interface ArmKeyProps {
  readonly arm: ArmMark;
  /** Also show a piece of the arm's line. */
  readonly line?: boolean;
  /** The label for narrow places; the glyph says the scheme. */
  readonly short?: boolean;
}

/** An arm in words: its glyph, a piece of its line, its label. For legends, tables and buttons. */
export function ArmKey({ arm, line = true, short = false }: ArmKeyProps) {
  return (
    <span className={styles.key}>
      <SchemeGlyph kind={arm.kind} />
      {line && <StrokeSample arm={arm} />}
      <span>{short ? arm.shortLabel : arm.label}</span>
    </span>
  );
}
