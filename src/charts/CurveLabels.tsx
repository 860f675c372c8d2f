import { formatSignificant } from '../i18n/numberFormat';
import { taskColor } from '../ui/taskMark';
import styles from './CurvePanel.module.css';
import type { LineEnd } from './lineEnds';
import type { PanelBox } from './panelLayout';

export interface CurveLabelsProps {
  readonly ends: readonly LineEnd[];
  readonly box: PanelBox;
  readonly emphasis: string | null;
  readonly markedX: number | null;
}

/** Direct labels: each line says its name and its number where it ends, or at the marked step. */
export function CurveLabels({ ends, box, emphasis, markedX }: CurveLabelsProps) {
  const hues = new Set(ends.map(({ line }) => line.hue)).size;
  const indent = hues > 1 ? 12 : 0;
  return (
    <>
      {markedX !== null && (
        <line className={styles.marked} x1={markedX} x2={markedX} y1={box.top - 4} y2={box.bottom} />
      )}
      {ends.map(({ line, x, y, labelY, value }) => {
        const faded = emphasis !== null && emphasis !== line.arm.id;
        // While a run is young the label travels with the line; it never leaves the right margin's grid afterwards.
        const labelX = markedX === null ? Math.min(x, box.right) + 8 : box.right + 8;
        const color = line.hue === null ? 'var(--ink)' : taskColor(line.hue);
        return (
          <g key={line.key} opacity={faded ? 0.25 : 1}>
            <circle cx={x} cy={y} r="3" fill={color} />
            {box.labels && labelY !== null && (
              <>
                {Math.abs(labelY - y) > 3 && markedX === null && (
                  <path className={styles.leader} d={`M${x + 3} ${y} L${labelX - 2} ${labelY}`} />
                )}
                {indent > 0 && <rect x={labelX} y={labelY - 4} width="8" height="8" fill={color} />}
                <text className={styles.label} x={labelX + indent} y={labelY} dy="0.35em">
                  {line.arm.shortLabel} <tspan className={styles.value}>{formatSignificant(value)}</tspan>
                </text>
              </>
            )}
          </g>
        );
      })}
    </>
  );
}
