import { memo } from 'react';
import { formatSignificant } from '../i18n/numberFormat';
import type { AdjustmentMark } from './chartProps';
import styles from './CurvePanel.module.css';
import type { PanelBox } from './panelLayout';
import type { PlotScale } from './plotScale';

export interface ReferenceLine {
  readonly value: number;
  readonly label: string;
}

export interface CurveAxesProps {
  readonly box: PanelBox;
  readonly x: PlotScale;
  readonly y: PlotScale;
  readonly xTicks: readonly number[];
  readonly yTicks: readonly number[];
  readonly xName: string;
  readonly yName: string;
  readonly fontSize: number;
  readonly references: readonly ReferenceLine[];
  readonly adjustments: readonly AdjustmentMark[];
}

/** Names, units, ticks, a barely visible grid, reference lines, and a tick wherever a knob was turned. */
export const CurveAxes = memo(function CurveAxes(props: CurveAxesProps) {
  const { box, x, y, xTicks, yTicks, xName, yName, fontSize, references, adjustments } = props;
  const foot = box.bottom + fontSize * 1.35;
  // The axis' name stands at its right end; ticks that would touch it stay silent.
  const nameRoom = fontSize * (xName.length + 1.5);
  return (
    <>
      <text className={styles.axisName} x={0} y={fontSize * 0.9}>
        {yName}
      </text>
      {yTicks.map((tick) => (
        <g key={tick}>
          <line className={styles.grid} x1={box.left} x2={box.right} y1={y.place(tick)} y2={y.place(tick)} />
          <text className={styles.tick} x={box.left - 7} y={y.place(tick)} dy="0.35em" textAnchor="end">
            {formatSignificant(tick)}
          </text>
        </g>
      ))}
      <line className={styles.axis} x1={box.left} x2={box.right} y1={box.bottom} y2={box.bottom} />
      {xTicks.map((tick) => (
        <g key={tick}>
          <line className={styles.axis} x1={x.place(tick)} x2={x.place(tick)} y1={box.bottom} y2={box.bottom + 4} />
          {x.place(tick) < box.right - nameRoom && (
            <text className={styles.tick} x={x.place(tick)} y={foot} textAnchor="middle">
              {formatSignificant(tick)}
            </text>
          )}
        </g>
      ))}
      <text className={styles.axisName} x={box.right} y={foot} textAnchor="end">
        {xName}
      </text>
      {references.map(({ value, label }) => (
        <g key={label}>
          <line className={styles.reference} x1={box.left} x2={box.right} y1={y.place(value)} y2={y.place(value)} />
          <text className={styles.tick} x={box.right} y={y.place(value) - 4} textAnchor="end">
            {label}
          </text>
        </g>
      ))}
      {adjustments.map(({ step, label }) => (
        <g key={`${step} ${label}`}>
          <line className={styles.adjustment} x1={x.place(step)} x2={x.place(step)} y1={box.top} y2={box.bottom} />
          <path className={styles.adjustmentFoot} d={`M${x.place(step)} ${box.bottom - 7} l4.5 7 h-9 z`} />
        </g>
      ))}
    </>
  );
});
