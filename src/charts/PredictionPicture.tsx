import { SchemeGlyphShape } from '../ui/SchemeGlyph';
import { armTicks } from './armTicks';
import type { PredictionPadProps } from './chartProps';
import { drawnHalfWidth } from './gainText';
import styles from './PredictionPad.module.css';
import type { PredictionPlot } from './predictionPlot';

export interface PredictionPictureProps extends Pick<
  PredictionPadProps,
  'arms' | 'value' | 'answer' | 'quantity' | 'kind'
> {
  readonly plot: PredictionPlot;
  readonly width: number;
  readonly height: number;
  readonly fontSize: number;
}

/** Axes, the drawn line, and, once it is there, the measured one over it. */
export function PredictionPicture({
  arms,
  value,
  answer,
  quantity,
  kind,
  plot,
  width,
  height,
  fontSize,
}: PredictionPictureProps) {
  const { x, y, left, right, bottom } = plot;
  const labels = armTicks(arms, right - left, fontSize);
  const size = fontSize * 1.15;
  const drawn = value.flatMap((one, place) => (one === null ? [] : [`${x.place(place)} ${y.place(one)}`]));
  const measured = arms.flatMap((arm, place) => {
    const point = answer?.find((candidate) => candidate.arm === arm.id);
    return point === undefined ? [] : [{ ...point, place }];
  });
  return (
    <svg className={styles.picture} width={width} height={height} aria-hidden="true">
      <text className={styles.axisName} x={0} y={fontSize * 0.9}>
        {quantity}
      </text>
      {plot.ticks.map(({ value: tick, text }) => (
        <g key={tick}>
          <line
            className={kind === 'gain' && tick === 0 ? styles.zero : styles.grid}
            x1={left}
            x2={right}
            y1={y.place(tick)}
            y2={y.place(tick)}
          />
          <text className={styles.tick} x={left - 7} y={y.place(tick)} dy="0.35em" textAnchor="end">
            {text}
          </text>
        </g>
      ))}
      <line className={styles.axis} x1={left} x2={right} y1={bottom} y2={bottom} />
      {arms.map((arm, place) =>
        arm.kind === 'soft' ? (
          <text key={arm.id} className={styles.tick} x={x.place(place)} y={bottom + fontSize * 1.4} textAnchor="middle">
            {labels[place]}
          </text>
        ) : (
          <g
            key={arm.id}
            transform={`translate(${x.place(place) - size / 2} ${bottom + fontSize * 0.5}) scale(${size / 24})`}
            fill="none"
            stroke="var(--ink)"
          >
            <SchemeGlyphShape kind={arm.kind} />
          </g>
        ),
      )}
      {drawn.length > 1 && <path className={styles.drawn} d={`M${drawn.join('L')}`} />}
      {measured.length > 1 && (
        <path
          className={styles.measured}
          d={`M${measured.map(({ place, mean }) => `${x.place(place)} ${y.place(mean)}`).join('L')}`}
        />
      )}
      {measured.map(({ arm, place, mean, halfWidth }) => {
        const half = drawnHalfWidth(halfWidth);
        return (
          <g key={arm}>
            <line
              className={styles.interval}
              x1={x.place(place)}
              x2={x.place(place)}
              y1={y.place(mean - half)}
              y2={y.place(mean + half)}
            />
            <circle cx={x.place(place)} cy={y.place(mean)} r="3.5" fill="var(--ink)" />
          </g>
        );
      })}
    </svg>
  );
}
