import { taskColor } from '../../ui/taskMark';
import { textWidth } from '../textWidth';
import type { NodeKind } from './structure';
import styles from './StructureDiagram.module.css';

export interface StructureShapeProps {
  readonly kind: NodeKind;
  /** `null` = shared: ink. */
  readonly hue: number | null;
  /** Its name, and what to write where that has no room. */
  readonly words: readonly [string, string | null];
  readonly x: number;
  readonly y: number;
  readonly size: { readonly width: number; readonly height: number };
  readonly fontSize: number;
}

/** One part: layers and experts are boxes, heads are rounded, gates are diamonds, crossings are the glyph of mixing. */
export function StructureShape({ kind, hue, words, x, y, size, fontSize }: StructureShapeProps) {
  const color = hue === null ? 'var(--ink)' : taskColor(hue);
  const { width, height } = size;
  const text = [words[0], words[1] ?? ''].find((one) => textWidth(one, fontSize) < width - 4) ?? '';
  const paint = { fill: `color-mix(in oklab, ${color} 13%, var(--paper))`, stroke: color };
  const label = (
    <text className={styles.label} textAnchor="middle" dy="0.35em">
      {text}
    </text>
  );
  const box = (radius: number, extra: string | undefined) => (
    <rect x={-width / 2} y={-height / 2} {...{ width, height }} rx={radius} className={extra} {...paint} />
  );
  const half = height * 0.62;
  return (
    <g transform={`translate(${x.toFixed(1)} ${y.toFixed(1)})`}>
      {kind === 'input' && (
        <>
          <line className={styles.ground} x1={-width / 2} x2={width / 2} y1={-height / 2} y2={-height / 2} />
          {label}
        </>
      )}
      {(kind === 'layer' || kind === 'expert') && [<g key="box">{box(2, styles.shape)}</g>, <g key="label">{label}</g>]}
      {kind === 'frozen' && box(2, styles.frozen)}
      {kind === 'head' && [<g key="box">{box(height / 2, styles.shape)}</g>, <g key="label">{label}</g>]}
      {kind === 'adapter' && [<g key="box">{box(2, styles.dashed)}</g>, <g key="label">{label}</g>]}
      {kind === 'discriminator' && (
        <>
          <path
            className={styles.dashed}
            {...paint}
            d={`M${-width / 2 + 7} ${-height / 2} H${width / 2 - 7} L${width / 2} 0 L${width / 2 - 7} ${height / 2} H${-width / 2 + 7} L${-width / 2} 0 Z`}
          />
          {label}
        </>
      )}
      {kind === 'gate' && (
        <>
          <path className={styles.shape} {...paint} d={`M0 ${-half} L${half * 1.5} 0 L0 ${half} L${-half * 1.5} 0 Z`} />
          <text className={styles.label} textAnchor="middle" dy="0.35em">
            g
          </text>
        </>
      )}
      {kind === 'stitch' && (
        <>
          <circle className={styles.stitch} r={half * 0.8} />
          <path
            className={styles.crossing}
            d={`M${-half * 0.4} ${-half * 0.4} L${half * 0.4} ${half * 0.4} M${half * 0.4} ${-half * 0.4} L${-half * 0.4} ${half * 0.4}`}
          />
        </>
      )}
    </g>
  );
}
