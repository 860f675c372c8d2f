import { useTranslation } from 'react-i18next';
import { formatPercent } from '../../i18n/numberFormat';
import { taskColor } from '../../ui/taskMark';
import { textWidth } from '../textWidth';
import type { Gate } from './gate';
import plot from './plot.module.css';

export interface GateBarsPlotProps {
  readonly gates: readonly Gate[];
  readonly names: readonly string[];
  readonly hues: readonly (number | null)[];
  readonly experts: readonly string[];
  readonly width: number;
  readonly height: number;
  readonly rowHeight: number;
  readonly fontSize: number;
}

/** The bars. All rows have the same scale, from 0 to the largest share of any. */
export function GateBarsPlot(props: GateBarsPlotProps) {
  const { gates, names, hues, experts, width, height, rowHeight, fontSize } = props;
  const { t } = useTranslation('methods');
  const left = fontSize * 0.8;
  const slot = (width - left) / Math.max(1, experts.length);
  const bar = Math.min(slot * 0.62, fontSize * 3);
  const largest = Math.max(0.05, ...gates.flatMap((gate) => Array.from(gate.shares)));
  const room = rowHeight - fontSize * 3;
  const equal = 1 / Math.max(1, experts.length);
  const write = (share: number): string => formatPercent(share, 0);
  const numbers = slot > textWidth('88%', fontSize) + 2;
  return (
    <svg className={plot.picture} width={width} height={height} aria-hidden="true">
      {gates.map((gate, row) => {
        const foot = (row + 1) * rowHeight;
        const hue = hues[row] ?? null;
        const color = hue === null ? 'var(--ink)' : taskColor(hue);
        const y = (share: number): number => foot - (share / largest) * room;
        return (
          <g key={row}>
            <rect
              x={0}
              y={foot - rowHeight + fontSize * 0.5}
              width={fontSize * 0.7}
              height={fontSize * 0.7}
              fill={color}
            />
            <text className={plot.strong} x={fontSize * 1.1} y={foot - rowHeight + fontSize * 1.15}>
              {names[row]}
            </text>
            {experts.map((expert, e) => {
              const share = gate.shares[e] ?? 0;
              const half = gate.halfWidth?.[e] ?? null;
              const x = left + slot * (e + 0.5);
              const top = half === null ? share : share + half;
              return (
                <g key={expert}>
                  <rect x={x - bar / 2} y={y(share)} width={bar} height={Math.max(0, foot - y(share))} fill={color} />
                  {half !== null && (
                    <path
                      className={plot.whisker}
                      d={`M${x} ${y(share + half)} V${y(Math.max(0, share - half))} m-3 0 h6 M${x - 3} ${y(share + half)} h6`}
                    />
                  )}
                  {numbers && (
                    <text className={plot.label} x={x} y={y(top) - fontSize * 0.35} textAnchor="middle">
                      {write(share)}
                    </text>
                  )}
                </g>
              );
            })}
            <line className={plot.axis} x1={left} x2={width} y1={foot} y2={foot} />
            <line className={plot.reference} x1={left} x2={width} y1={y(equal)} y2={y(equal)} />
          </g>
        );
      })}
      {experts.map((expert, e) => (
        <text
          key={expert}
          className={plot.tick}
          x={left + slot * (e + 0.5)}
          y={rowHeight * gates.length + fontSize * 1.2}
          textAnchor="middle"
        >
          {expert}
        </text>
      ))}
      <text className={plot.axisName} x={0} y={rowHeight * gates.length + fontSize * 2.15}>
        {t('picture.gates.expert')}
      </text>
    </svg>
  );
}
