import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { ArmLegend } from './ArmLegend';
import { ChartFrame } from './ChartFrame';
import type { DistanceChartProps } from './chartProps';
import { CurvePanel } from './CurvePanel';
import { curveTable } from './curveTable';
import { distanceLimit } from './distanceLimit';
import { LayerBars } from './LayerBars';
import { NONE } from './none';
import { layerSummary } from './layerSummary';
import type { PanelLine } from './panelLine';
import styles from './panels.module.css';
import { useCalm } from './useCalm';
import { useEmphasis } from './useEmphasis';
import { useStepFocus } from './useStepFocus';

/** How far apart the towers are in each layer: bars at one step, or lines over all steps. Ink, because it is about no single task. */
export function DistanceChart(props: DistanceChartProps) {
  const { arms, layers, lastStep, view = 'layers', height = 200, adjustments = NONE } = props;
  const { t } = useTranslation('charts');
  const focus = useStepFocus(props.focus);
  const { emphasis, ...legend } = useEmphasis();
  const series = useCalm(props.series);
  const step = focus.hoverStep ?? focus.pinnedStep;
  const limit = distanceLimit(series);
  const panels = useMemo(
    () =>
      layers.map((layer, index) => ({
        layer,
        lines: series.flatMap((one): PanelLine[] => {
          const arm = arms.find((candidate) => candidate.id === one.arm);
          if (arm === undefined || one.layer !== index) return [];
          return [{ key: `${one.arm} ${one.layer}`, arm, hue: null, points: one, role: 'full', note: '' }];
        }),
      })),
    [layers, series, arms],
  );
  const table = curveTable(
    t('axis.step'),
    series.map((one) => ({
      name: t('distance.column', {
        arm: arms.find((arm) => arm.id === one.arm)?.label ?? one.arm,
        layer: layers[one.layer] ?? '',
      }),
      points: one,
    })),
  );
  const domain: readonly [number, number] = [0, limit];
  const beyond = limit > Math.SQRT2;
  const references = useMemo(
    () => (beyond ? [{ value: Math.SQRT2, label: t('distance.unrelated') }] : NONE),
    [beyond, t],
  );
  return (
    <ChartFrame
      title={t('distance.title')}
      summary={layerSummary(layers, arms, series, step, t)}
      table={table}
      legend={<ArmLegend arms={arms} {...legend} />}
    >
      {view === 'layers' ? (
        <LayerBars {...{ arms, layers, series, step, limit, emphasis }} />
      ) : (
        <div className={styles.panels}>
          {panels.map(({ layer, lines }) => (
            <CurvePanel
              key={layer}
              name={t('distance.panel', { layer })}
              heading={layer}
              scale="linear"
              quantity={t('axis.distance')}
              references={references}
              {...{ lines, lastStep, domain, height, focus, emphasis, adjustments }}
            />
          ))}
        </div>
      )}
    </ChartFrame>
  );
}
