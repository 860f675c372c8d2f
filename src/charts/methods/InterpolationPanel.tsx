import { useRef, useState, type KeyboardEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { formatInterval } from '../../ui/formatInterval';
import { formatSignificant } from '../../i18n/numberFormat';
import { useElementSize } from '../../ui/useElementSize';
import { useTextSize } from '../../ui/useTextSize';
import { CurveAxes } from '../CurveAxes';
import { CurveCanvas } from '../CurveCanvas';
import { CurveLabels } from '../CurveLabels';
import { lineEnds } from '../lineEnds';
import { nearestIndex } from '../nearestIndex';
import { NONE } from '../none';
import { panelHeight } from '../panelHeight';
import type { PanelLine } from '../panelLine';
import { usePanelGeometry } from '../usePanelGeometry';
import plot from './plot.module.css';

export interface InterpolationPanelProps {
  readonly name: string;
  readonly lines: readonly PanelLine[];
  readonly domain: readonly [number, number];
  readonly ends: readonly [string, string];
  readonly quantity: string;
  readonly height: number;
  readonly emphasis: string | null;
}

/** The panel of curves over steps, with places between 0 and 1 instead of steps; the keyboard moves along the line. */
export function InterpolationPanel(props: InterpolationPanelProps) {
  const { name, lines, domain, ends, quantity, emphasis } = props;
  const { t } = useTranslation(['methods', 'charts']);
  const frame = useRef<HTMLDivElement>(null);
  const { width } = useElementSize(frame);
  const fontSize = useTextSize();
  const height = panelHeight(props.height, fontSize);
  const [wanted, setMarked] = useState<number | null>(null);
  const { box, x, y, xTicks, yTicks } = usePanelGeometry({
    ...{ lines, domain, width, height, fontSize },
    lastStep: 1,
    scale: 'linear',
  });
  const places = lines[0]?.points.steps ?? [];
  // Nothing pointed at: the middle, where the mean of the two trunks is.
  const marked = wanted ?? nearestIndex(places, 0.5);
  const at = places[marked] ?? 0.5;
  const tips = lineEnds(lines, at, x, y, box, fontSize * 1.15);
  const onKeyDown = (event: KeyboardEvent): void => {
    const from = marked;
    const targets: Record<string, number | null> = {
      ArrowLeft: from - 1,
      ArrowRight: from + 1,
      Home: 0,
      End: places.length - 1,
      Escape: null,
    };
    const target = targets[event.key];
    if (target === undefined) return;
    setMarked(target === null ? null : Math.min(Math.max(target, 0), places.length - 1));
    event.preventDefault();
    event.stopPropagation();
  };
  const said = tips.map(({ line, value }) => `${line.arm.label} ${formatSignificant(value)}`).join(', ');
  const readout = lines.map(({ arm, points }) => {
    const [mean, high] = [points.mean[marked] ?? NaN, points.high?.[marked]];
    return `${arm.label} ${formatInterval(mean, high === undefined ? null : high - mean)}`;
  });
  return (
    <div>
      <div ref={frame} className={plot.frame} style={{ blockSize: height }}>
        <div
          className={plot.surface}
          role="slider"
          tabIndex={0}
          aria-label={name}
          aria-valuemin={0}
          aria-valuemax={1}
          aria-valuenow={at}
          aria-valuetext={`${formatSignificant(at, 2)}: ${said}`}
          onKeyDown={onKeyDown}
          onPointerMove={(event) => {
            const place = x.value(event.clientX - event.currentTarget.getBoundingClientRect().left);
            setMarked(places.length === 0 ? null : nearestIndex(places, place));
          }}
          onPointerLeave={() => setMarked(null)}
          onBlur={() => setMarked(null)}
        >
          {width > 0 && (
            <>
              <CurveCanvas {...{ lines, x, y, box, width, height, emphasis }} />
              <svg className={plot.overlay} width={width} height={height} aria-hidden="true">
                <CurveAxes
                  {...{ box, x, y, yTicks, fontSize }}
                  xTicks={xTicks.filter((tick) => tick > 0 && tick < 1)}
                  xName=""
                  yName={quantity}
                  references={NONE}
                  adjustments={NONE}
                />
                <text className={plot.strong} x={box.left} y={box.bottom + fontSize * 1.35}>
                  {ends[0]}
                </text>
                <text className={plot.strong} x={box.right} y={box.bottom + fontSize * 1.35} textAnchor="end">
                  {ends[1]}
                </text>
                <CurveLabels {...{ ends: tips, box, emphasis }} markedX={lines.length === 0 ? null : x.place(at)} />
              </svg>
            </>
          )}
        </div>
      </div>
      <p className={plot.readout} aria-hidden="true">
        {wanted === null
          ? t('methods:picture.interpolation.axis')
          : `${t('methods:picture.interpolation.at', { at: formatSignificant(at, 2) })} ${readout.join(' · ')}`}
      </p>
    </div>
  );
}
