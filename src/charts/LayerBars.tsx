import { useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { formatSignificant } from '../i18n/numberFormat';
import type { ArmMark } from '../ui/armMark';
import { SchemeGlyphShape } from '../ui/SchemeGlyph';
import { strokeOf } from '../ui/strokes';
import { useElementSize } from '../ui/useElementSize';
import { useTextSize } from '../ui/useTextSize';
import type { LayerSeries } from './curveSeries';
import styles from './LayerBars.module.css';
import { plotScale } from './plotScale';
import { textWidth } from './textWidth';
import { linearTicks } from './ticks';
import { valueAt } from './valueAt';

export interface LayerBarsProps {
  readonly arms: readonly ArmMark[];
  readonly layers: readonly string[];
  readonly series: readonly LayerSeries[];
  /** `null` = the newest. */
  readonly step: number | null;
  readonly limit: number;
  readonly emphasis: string | null;
}

/** One bar per layer and arm at one step. A bar is drawn in its arm's own stroke, so it needs no colour. */
export function LayerBars({ arms, layers, series, step, limit, emphasis }: LayerBarsProps) {
  const { t } = useTranslation('charts');
  const frame = useRef<HTMLDivElement>(null);
  const { width } = useElementSize(frame);
  const fontSize = useTextSize();
  const rowHeight = fontSize * 1.3;
  const left = Math.max(...layers.map((layer) => textWidth(layer, fontSize)), 0) + fontSize * 2;
  const right = Math.max(left + 40, width - fontSize * 3.2);
  const blockHeight = rowHeight * arms.length + fontSize * 0.8;
  const height = blockHeight * layers.length + fontSize * 3.4;
  const foot = blockHeight * layers.length + fontSize * 0.2;
  const meanings = [t('distance.same'), ...(limit > Math.SQRT2 ? [t('distance.unrelated')] : [])];
  const whole = [t('axis.distance'), ...meanings];
  const axisText = textWidth(whole.join(' · '), fontSize) < width - left ? whole : [t('axis.distance')];
  const x = plotScale('linear', [0, limit], [left, right]);
  return (
    <div ref={frame} className={styles.frame} style={{ blockSize: height }}>
      {width > 0 && (
        <svg className={styles.picture} width={width} height={height} aria-hidden="true">
          {linearTicks(0, limit, Math.max(2, (right - left) / (fontSize * 4))).map((tick) => (
            <g key={tick}>
              <line className={styles.grid} x1={x.place(tick)} x2={x.place(tick)} y1={0} y2={foot} />
              <text className={styles.tick} x={x.place(tick)} y={foot + fontSize * 1.2} textAnchor="middle">
                {formatSignificant(tick)}
              </text>
            </g>
          ))}
          <line className={styles.zero} x1={left} x2={left} y1={0} y2={foot} />
          {limit > Math.SQRT2 && (
            <line className={styles.unrelated} x1={x.place(Math.SQRT2)} x2={x.place(Math.SQRT2)} y1={0} y2={foot} />
          )}
          <text className={styles.axisName} x={left} y={foot + fontSize * 2.7}>
            {axisText.join(' · ')}
          </text>
          {layers.map((layer, index) => (
            <g key={layer} transform={`translate(0 ${index * blockHeight})`}>
              <text className={styles.layer} x={0} y={fontSize * 1.05}>
                {layer}
              </text>
              {arms.map((arm, row) => {
                const one = series.find((candidate) => candidate.layer === index && candidate.arm === arm.id);
                const at = one === undefined ? null : valueAt(one, step);
                if (at === null) return null;
                const end = x.place(Math.min(at.value, limit));
                const y = rowHeight * (row + 0.5);
                return (
                  <g key={arm.id} opacity={emphasis === null || emphasis === arm.id ? 1 : 0.2}>
                    <Bar arm={arm} from={left} to={end} y={y} />
                    <g
                      transform={`translate(${left - fontSize * 1.35} ${y - fontSize / 2}) scale(${fontSize / 24})`}
                      fill="none"
                      stroke="var(--ink)"
                    >
                      <SchemeGlyphShape kind={arm.kind} />
                    </g>
                    <text className={styles.value} x={end + 7} y={y} dy="0.35em">
                      {formatSignificant(at.value)}
                    </text>
                  </g>
                );
              })}
            </g>
          ))}
        </svg>
      )}
    </div>
  );
}

function Bar({
  arm,
  from,
  to,
  y,
}: {
  readonly arm: ArmMark;
  readonly from: number;
  readonly to: number;
  readonly y: number;
}) {
  const stroke = strokeOf(arm);
  const width = `calc(var(${stroke.width}) * 1.6)`;
  const dash = stroke.dash.map((part) => `calc(var(${stroke.width}) * ${part * 1.6})`).join(', ');
  return (
    <>
      <line
        x1={from}
        x2={to}
        y1={y}
        y2={y}
        style={{
          stroke: 'var(--ink)',
          strokeWidth: width,
          strokeLinecap: stroke.cap,
          strokeDasharray: dash === '' ? 'none' : dash,
        }}
      />
      <line className={styles.end} x1={to} x2={to} y1={y - 4.5} y2={y + 4.5} />
    </>
  );
}
