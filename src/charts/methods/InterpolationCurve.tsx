import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { formatSignificant } from '../../i18n/numberFormat';
import type { ArmMark } from '../../ui/armMark';
import { ArmLegend } from '../ArmLegend';
import { ChartFrame } from '../ChartFrame';
import type { CurvePoints } from '../curveSeries';
import { curveTable } from '../curveTable';
import { joinSentences } from '../joinSentences';
import { lossDomain } from '../lossDomain';
import type { PanelLine } from '../panelLine';
import { useCalm } from '../useCalm';
import { useEmphasis } from '../useEmphasis';
import { InterpolationPanel } from './InterpolationPanel';
import { hill } from './hill';

/** Error over the place on the line: `steps` are places from 0 (first trunk) to 1 (second trunk). */
export interface InterpolationSeries extends CurvePoints {
  /** `ArmMark.id`, e.g. of the arm with one base and of that with two. */
  readonly arm: string;
}

export interface InterpolationCurveProps {
  readonly arms: readonly ArmMark[];
  readonly series: readonly InterpolationSeries[];
  /** Names of the two ends, e.g. of the tasks on which the trunks were fine-tuned. */
  readonly ends: readonly [string, string];
  /** What is drawn upwards, with unit. */
  readonly quantity: string;
  readonly height?: number;
}

/** Error along the line between two trunks. A flat line: they can be averaged; a hill: they lie in different valleys. */
export function InterpolationCurve({ arms, ends, quantity, height = 240, ...rest }: InterpolationCurveProps) {
  const { t } = useTranslation(['methods', 'charts']);
  const series = useCalm(rest.series);
  const { emphasis, ...legend } = useEmphasis();
  const lines = useMemo(
    () =>
      series.flatMap((points): PanelLine[] => {
        const arm = arms.find((candidate) => candidate.id === points.arm);
        return arm === undefined ? [] : [{ key: arm.id, arm, hue: null, points, role: 'full', note: '' }];
      }),
    [arms, series],
  );
  const sentences = lines.flatMap(({ arm, points }) => {
    const found = hill(points);
    return found === null
      ? []
      : [
          t('methods:picture.interpolation.summary', {
            arm: arm.label,
            first: formatSignificant(found.first),
            last: formatSignificant(found.last),
            top: formatSignificant(found.top),
            at: formatSignificant(found.at, 2),
          }),
        ];
  });
  return (
    <ChartFrame
      title={t('methods:picture.interpolation.title', { a: ends[0], b: ends[1] })}
      summary={sentences.length === 0 ? t('charts:chart.empty') : joinSentences(sentences)}
      table={curveTable(
        t('methods:picture.interpolation.place'),
        lines.map(({ arm, points }) => ({ name: arm.label, points })),
      )}
      legend={
        <>
          <ArmLegend arms={arms} {...legend} />
          {series.some((one) => one.low !== null) && <span>{t('charts:chart.band')}</span>}
        </>
      }
    >
      <InterpolationPanel
        name={t('methods:picture.interpolation.title', { a: ends[0], b: ends[1] })}
        domain={lossDomain(series, 'linear')}
        {...{ lines, ends, quantity, height, emphasis }}
      />
    </ChartFrame>
  );
}
