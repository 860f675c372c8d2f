import { useRef, useState, type KeyboardEvent, type PointerEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../ui/Button';
import { formatMean } from '../ui/formatInterval';
import { useElementSize } from '../ui/useElementSize';
import { useTextSize } from '../ui/useTextSize';
import type { PredictionPadProps } from './chartProps';
import styles from './PredictionPad.module.css';
import { PredictionPicture } from './PredictionPicture';
import { panelHeight } from './panelHeight';
import { predictionPlot } from './predictionPlot';
import { drawStroke, nudge, type DrawnPoint } from './predictionStroke';

/** Draw the curve you expect: with the pointer in one stroke, by taps, or with one handle per place and the arrow keys. */
export function PredictionPad(props: PredictionPadProps) {
  const { arms, value, onChange, range, quantity, kind, locked = false } = props;
  const { t } = useTranslation('charts');
  const frame = useRef<HTMLDivElement>(null);
  const { width } = useElementSize(frame);
  const fontSize = useTextSize();
  const height = panelHeight(props.height ?? 260, fontSize);
  const [stroke, setStroke] = useState<DrawnPoint | null>(null);
  const plot = predictionPlot({ places: arms.length, range, kind, width, height, fontSize });
  const done = value.filter((one) => one !== null).length;
  const write = (one: number): string =>
    formatMean(Number(one.toPrecision(2)), { style: kind === 'gain' ? 'percent' : 'number', signed: kind === 'gain' });

  const at = (event: PointerEvent): DrawnPoint => {
    const box = event.currentTarget.getBoundingClientRect();
    return { place: plot.x.value(event.clientX - box.left), value: plot.y.value(event.clientY - box.top) };
  };
  const onKeyDown = (event: KeyboardEvent, place: number): void => {
    const handles = frame.current?.querySelectorAll<HTMLElement>('[role=slider]');
    if (event.key === 'ArrowRight' || event.key === 'ArrowLeft') {
      handles?.[place + (event.key === 'ArrowRight' ? 1 : -1)]?.focus();
    } else {
      const neighbour = value[place - 1] ?? value[place + 1] ?? (kind === 'gain' ? 0 : (range[0] + range[1]) / 2);
      const moved = nudge(value[place] ?? null, event.key, range, neighbour);
      if (moved === undefined) return;
      onChange(value.map((old, i) => (i === place ? moved : old)));
    }
    event.preventDefault();
    event.stopPropagation();
  };
  return (
    <div className={styles.pad} role="group" aria-label={t('predict.title', { quantity })}>
      <p className={styles.title}>{t('predict.title', { quantity })}</p>
      <p className={styles.how}>{locked ? t('predict.locked') : t('predict.how')}</p>
      <div
        ref={frame}
        className={styles.frame}
        data-locked={locked}
        style={{ blockSize: height }}
        onPointerDown={(event) => {
          if (locked || event.button !== 0) return;
          event.currentTarget.setPointerCapture(event.pointerId);
          const point = at(event);
          setStroke(point);
          onChange(drawStroke(value, point, point, range));
        }}
        onPointerMove={(event) => {
          if (stroke === null) return;
          const point = at(event);
          onChange(drawStroke(value, stroke, point, range));
          setStroke(point);
        }}
        onPointerUp={() => setStroke(null)}
        onPointerCancel={() => setStroke(null)}
      >
        {width > 0 && <PredictionPicture {...props} {...{ plot, width, height, fontSize }} />}
        {width > 0 &&
          arms.map((arm, place) => {
            const own = value[place] ?? null;
            return (
              <span
                key={arm.id}
                role="slider"
                tabIndex={locked ? -1 : 0}
                className={styles.handle}
                data-set={own !== null}
                style={{ left: plot.x.place(place), top: plot.y.place(own ?? plot.rest) }}
                aria-label={t('predict.handle', { arm: arm.label })}
                aria-orientation="vertical"
                aria-disabled={locked}
                aria-valuemin={range[0]}
                aria-valuemax={range[1]}
                aria-valuenow={own ?? plot.rest}
                aria-valuetext={own === null ? t('predict.unset') : write(own)}
                onKeyDown={(event) => {
                  if (!locked) onKeyDown(event, place);
                }}
              />
            );
          })}
      </div>
      <div className={styles.foot}>
        <span role="status">
          {done === arms.length ? t('predict.complete') : t('predict.left', { done, all: arms.length })}
        </span>
        {!locked && done > 0 && (
          <Button kind="quiet" onClick={() => onChange(arms.map(() => null))}>
            {t('predict.clear')}
          </Button>
        )}
      </div>
    </div>
  );
}
