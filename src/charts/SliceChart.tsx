import { lazy, Suspense, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { formatInterval } from '../ui/formatInterval';
import { useElementSize } from '../ui/useElementSize';
import { useTextSize } from '../ui/useTextSize';
import { ChartFrame } from './ChartFrame';
import type { SliceChartProps } from './chartProps';
import { panelHeight } from './panelHeight';
import { sliceDomain } from './sliceDomain';
import styles from './SliceChart.module.css';
import { sliceSummary } from './sliceSummary';
import { useCalm } from './useCalm';

const SlicePlot = lazy(() => import('./SlicePlot').then((module) => ({ default: module.SlicePlot })));

/** Gain or error against the strength of sharing, one panel per slice of the phase diagram, with what was predicted. */
export function SliceChart(props: SliceChartProps) {
  const { arms, quantity, kind, predictions } = props;
  const { t } = useTranslation('charts');
  const height = panelHeight(props.height ?? 230, useTextSize());
  const slices = useCalm(props.slices);
  const domain = sliceDomain({ slices, kind, ...(predictions === undefined ? {} : { predictions }) });
  const write = { style: kind === 'gain' ? 'percent' : 'number', signed: kind === 'gain' } as const;
  const table = {
    columns: [t('axis.arm'), ...slices.map(({ title }) => title)],
    rows: () =>
      arms.map((arm) => [
        arm.label,
        ...slices.map(({ points }) => {
          const point = points.find((candidate) => candidate.arm === arm.id);
          return point === undefined ? '–' : formatInterval(point.mean, point.halfWidth, write);
        }),
      ]),
  };
  const predicted = predictions?.some((one) => one !== null) ?? false;
  return (
    <ChartFrame
      title={t('slice.title', { quantity })}
      summary={sliceSummary(slices, arms, quantity, kind, t)}
      table={table}
      legend={
        <>
          <span className={styles.key}>
            <svg viewBox="0 0 36 12" className={styles.sample} aria-hidden="true">
              <path d="M1 6 H35 M18 0.5 V11.5" />
              <circle cx="18" cy="6" r="3.5" />
            </svg>
            {t('slice.measuredHelp')}
          </span>
          {predicted && (
            <span className={styles.key}>
              <svg viewBox="0 0 36 12" className={styles.samplePredicted} aria-hidden="true">
                <path d="M1 6 H35" />
                <rect x="14.5" y="2.5" width="7" height="7" />
              </svg>
              {t('slice.prediction')}
            </span>
          )}
        </>
      }
    >
      <div className={styles.panels}>
        {slices.map((slice, index) => (
          <SlicePanel key={slice.title} title={slice.title} height={height}>
            {(width, fontSize) => (
              <SlicePlot
                {...{ arms, slice, domain, kind, quantity, width, height, fontSize }}
                prediction={predictions?.[index] ?? null}
              />
            )}
          </SlicePanel>
        ))}
      </div>
    </ChartFrame>
  );
}

interface SlicePanelProps {
  readonly title: string;
  readonly height: number;
  readonly children: (width: number, fontSize: number) => React.ReactNode;
}

function SlicePanel({ title, height, children }: SlicePanelProps) {
  const box = useRef<HTMLDivElement>(null);
  const { width } = useElementSize(box);
  const fontSize = useTextSize();
  return (
    <div className={styles.panel}>
      <p>{title}</p>
      <div ref={box} style={{ blockSize: height }} aria-hidden="true">
        {width > 0 && <Suspense fallback={null}>{children(width, fontSize)}</Suspense>}
      </div>
    </div>
  );
}
