import { useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { formatSignificant } from '../../../i18n';
import { useElementSize } from '../../../ui/useElementSize';
import styles from './RiskChart.module.css';
import { placeOf, riskCurves } from './riskCurves';
import type { TwoLinearTasks } from './shrinkage';

/** Before the first layout. */
const USUAL_WIDTH = 560;
const HEIGHT = 208;
const LEFT = 46;
const RIGHT = 84;
const TOP = 14;
const BOTTOM = 22;
const TICKS = [0, 0.1, 0.3, 1, 3, Infinity];

/** Expected error over lambda, and the two parts it is made of. Ink only: neither a task nor a scheme is meant. */
export function RiskChart({ tasks }: { readonly tasks: TwoLinearTasks }) {
  const { t } = useTranslation('course');
  const box = useRef<HTMLDivElement>(null);
  const measured = useElementSize(box).width;
  const width = measured > 0 ? measured : USUAL_WIDTH;
  const { points, top, best } = riskCurves(tasks);
  const x = (place: number): number => LEFT + place * (width - LEFT - RIGHT);
  const y = (value: number): number => HEIGHT - BOTTOM - (value / top) * (HEIGHT - TOP - BOTTOM);
  const line = (part: 'total' | 'wobble' | 'flattening'): string =>
    points
      .map((point, index) => `${index === 0 ? 'M' : 'L'}${x(point.place).toFixed(1)} ${y(point[part]).toFixed(1)}`)
      .join('');
  const last = points.at(-1);
  const tick = (lambda: number): string =>
    lambda === 0
      ? t('hardAgainstSoft.worked.aloneTick')
      : lambda === Infinity
        ? t('hardAgainstSoft.worked.hardTick')
        : String(lambda);
  const labels = spread(
    (['total', 'wobble', 'flattening'] as const).map((part) => ({ part, y: y(last?.[part] ?? 0) })),
    17,
  );
  return (
    <div ref={box}>
      <svg
        viewBox={`0 0 ${width} ${HEIGHT}`}
        className={styles.chart}
        role="img"
        aria-label={t('hardAgainstSoft.worked.chart', { best: formatSignificant(best.total, 3) })}
      >
        <line x1={LEFT} x2={x(1)} y1={y(0)} y2={y(0)} className={styles.axis} />
        <line x1={LEFT} x2={LEFT} y1={y(0)} y2={TOP} className={styles.axis} />
        {[0, top / 2, top].map((value) => (
          <text key={value} x={LEFT - 6} y={y(value) + 4} className={styles.number} textAnchor="end">
            {formatSignificant(value, 2)}
          </text>
        ))}
        {TICKS.map((lambda) => (
          <g key={lambda}>
            <line x1={x(placeOf(lambda))} x2={x(placeOf(lambda))} y1={y(0)} y2={y(0) + 5} className={styles.axis} />
            <text x={x(placeOf(lambda))} y={y(0) + 20} className={styles.number} textAnchor="middle">
              {tick(lambda)}
            </text>
          </g>
        ))}
        <path d={line('flattening')} className={styles.part} />
        <path d={line('wobble')} className={styles.part} />
        <path d={line('total')} className={styles.total} />
        <line x1={x(best.place)} x2={x(best.place)} y1={y(0)} y2={y(best.total)} className={styles.drop} />
        <circle cx={x(best.place)} cy={y(best.total)} r="6" className={styles.best} />
        <text
          x={x(best.place)}
          y={Math.max(TOP + 8, y(best.total) - 12)}
          className={styles.bestName}
          textAnchor={best.place > 0.85 ? 'end' : best.place < 0.08 ? 'start' : 'middle'}
        >
          λ*
        </text>
        {labels.map(({ part, y: place }) => (
          <text key={part} x={x(1) + 8} y={place + 4} className={part === 'total' ? styles.bestName : styles.name}>
            {t(`hardAgainstSoft.worked.part.${part}`)}
          </text>
        ))}
      </svg>
      <p className={styles.axisName}>{t('hardAgainstSoft.worked.axis')}</p>
    </div>
  );
}

/** Moves labels apart, keeping their order, until none is nearer than `gap` to the next. */
function spread<T extends { readonly y: number }>(labels: readonly T[], gap: number): readonly T[] {
  const sorted = [...labels].sort((a, b) => b.y - a.y);
  let ceiling = Infinity;
  return sorted.map((label) => {
    const placed = Math.min(label.y, ceiling - gap);
    ceiling = placed;
    return { ...label, y: placed };
  });
}
