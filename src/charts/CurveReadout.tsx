import { useTranslation } from 'react-i18next';
import { ArmKey } from '../ui/ArmKey';
import { formatInterval } from '../ui/formatInterval';
import styles from './CurvePanel.module.css';
import { nearestIndex } from './nearestIndex';
import type { PanelLine } from './panelLine';

export interface CurveReadoutProps {
  readonly lines: readonly PanelLine[];
  readonly step: number;
  readonly side: 'left' | 'right';
  readonly insetInline: number;
  readonly kept: boolean;
}

/** Every number of the panel at the marked step, beside the pointer and never under it. */
export function CurveReadout({ lines, step, side, insetInline, kept }: CurveReadoutProps) {
  const { t } = useTranslation('charts');
  const notes = [...new Set(lines.map((line) => line.note))];
  const arms = [...new Map(lines.map((line) => [line.arm.id, line.arm])).values()];
  const text = (arm: string, note: string): string => {
    const line = lines.find((candidate) => candidate.arm.id === arm && candidate.note === note);
    const index = line === undefined ? -1 : nearestIndex(line.points.steps, step);
    const mean = line?.points.mean[index];
    if (line === undefined || mean === undefined) return '';
    const high = line.points.high?.[index];
    const half = high === undefined || line.role !== 'full' || high === mean ? null : high - mean;
    return formatInterval(mean, half);
  };
  return (
    <div className={styles.readout} style={side === 'left' ? { left: insetInline } : { right: insetInline }}>
      <table>
        <thead>
          <tr>
            <th scope="col">{t(kept ? 'chart.kept' : 'chart.at', { step })}</th>
            {notes.map((note) => (
              <th key={note} scope="col">
                {note}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {arms.map((arm) => (
            <tr key={arm.id}>
              <th scope="row">
                <ArmKey arm={arm} line={false} />
              </th>
              {notes.map((note) => (
                <td key={note}>{text(arm.id, note)}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
