import { useId, useRef, useState, type KeyboardEvent, type PointerEvent, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { formatSignificant } from '../i18n/numberFormat';
import { VisuallyHidden } from '../ui/VisuallyHidden';
import { useElementSize } from '../ui/useElementSize';
import { useThrottledFrame } from '../ui/useThrottledFrame';
import { useTextSize } from '../ui/useTextSize';
import type { AdjustmentMark } from './chartProps';
import { CurveAxes, type ReferenceLine } from './CurveAxes';
import { CurveCanvas } from './CurveCanvas';
import { CurveLabels } from './CurveLabels';
import styles from './CurvePanel.module.css';
import { CurveReadout } from './CurveReadout';
import { lineEnds } from './lineEnds';
import { nearestIndex } from './nearestIndex';
import { NONE } from './none';
import { panelHeight } from './panelHeight';
import type { PanelLine } from './panelLine';
import type { ScaleKind } from './plotScale';
import type { StepFocus } from './stepFocus';
import { usePanelGeometry } from './usePanelGeometry';

export interface CurvePanelProps {
  /** Accessible name. */
  readonly name: string;
  readonly heading?: ReactNode;
  readonly lines: readonly PanelLine[];
  readonly lastStep: number;
  readonly scale: ScaleKind;
  readonly domain: readonly [number, number];
  readonly quantity: string;
  readonly height: number;
  readonly focus: StepFocus;
  readonly emphasis: string | null;
  readonly references?: readonly ReferenceLine[];
  readonly adjustments?: readonly AdjustmentMark[];
}

/**
 * Lines over steps: canvas for the lines, SVG for axes and labels. To keyboards and screen readers it is a slider over
 * steps whose value is read out with the numbers at that step.
 */
export function CurvePanel(props: CurvePanelProps) {
  const { name, heading, lines, lastStep, scale, domain, quantity, focus, emphasis } = props;
  const { references = NONE, adjustments = NONE } = props;
  const { t } = useTranslation('charts');
  const keysId = useId();
  const frame = useRef<HTMLDivElement>(null);
  const { width } = useElementSize(frame);
  const fontSize = useTextSize();
  const height = panelHeight(props.height, fontSize);
  const [inside, setInside] = useState(false);

  const { box, x, y, xTicks, yTicks } = usePanelGeometry({ lines, lastStep, scale, domain, width, height, fontSize });

  const steps = lines.reduce<ArrayLike<number>>(
    (longest, { points }) => (points.steps.length > longest.length ? points.steps : longest),
    [],
  );
  const wanted = focus.hoverStep ?? focus.pinnedStep;
  const markedIndex = wanted === null ? -1 : nearestIndex(steps, wanted);
  const marked = steps[markedIndex] ?? null;
  const solid = lines.filter((line) => line.role === 'full');
  const ends = lineEnds(solid, marked, x, y, box, fontSize * 1.15, emphasis);
  const markedX = marked === null ? null : x.place(marked);

  const hover = useThrottledFrame(focus.onHoverStep);
  const stepAt = (event: PointerEvent): number | null => {
    const at = x.value(event.clientX - event.currentTarget.getBoundingClientRect().left);
    return steps[nearestIndex(steps, at)] ?? null;
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    const from = markedIndex < 0 ? steps.length - 1 : markedIndex;
    const stride = event.shiftKey ? 10 : 1;
    const targets: Record<string, number> = {
      ArrowLeft: from - stride,
      ArrowDown: from - stride,
      ArrowRight: from + stride,
      ArrowUp: from + stride,
      PageUp: from + 10,
      PageDown: from - 10,
      Home: 0,
      End: steps.length - 1,
    };
    const target = targets[event.key];
    if (target !== undefined) focus.onHoverStep(steps[Math.min(Math.max(target, 0), steps.length - 1)] ?? null);
    else if (event.key === 'Enter') focus.onPinStep(marked);
    else if (event.key === 'Escape' && wanted !== null) {
      focus.onPinStep(null);
      focus.onHoverStep(null);
    } else return;
    event.preventDefault();
    event.stopPropagation();
  };
  const shown = marked ?? steps[steps.length - 1] ?? 0;
  const spoken = ends.map(({ line, value }) => `${line.arm.label} ${formatSignificant(value)}`).join(', ');
  return (
    <div className={styles.panel}>
      {heading !== undefined && <div className={styles.heading}>{heading}</div>}
      <div ref={frame} className={styles.frame} style={{ blockSize: height }}>
        <div
          className={styles.surface}
          role="slider"
          tabIndex={0}
          aria-label={name}
          aria-describedby={keysId}
          aria-valuemin={0}
          aria-valuemax={Math.max(lastStep, shown)}
          aria-valuenow={shown}
          aria-valuetext={`${t('chart.at', { step: shown })}: ${spoken}`}
          onKeyDown={onKeyDown}
          onPointerMove={(event) => {
            setInside(true);
            hover(stepAt(event));
          }}
          onPointerLeave={() => {
            setInside(false);
            hover(null);
          }}
          onFocus={() => setInside(true)}
          onBlur={() => setInside(false)}
          onClick={() => focus.onPinStep(focus.pinnedStep === marked ? null : marked)}
        >
          {width > 0 && (
            <>
              <CurveCanvas {...{ lines, x, y, box, width, height, emphasis }} />
              <svg className={styles.overlay} width={width} height={height} aria-hidden="true">
                <CurveAxes
                  {...{ box, x, y, xTicks, yTicks, fontSize, references }}
                  adjustments={steps.length > 0 ? adjustments : NONE}
                  xName={t('axis.step')}
                  yName={quantity}
                />
                <CurveLabels {...{ ends, box, emphasis, markedX }} />
              </svg>
            </>
          )}
          {steps.length === 0 && <p className={styles.empty}>{t('chart.empty')}</p>}
        </div>
        {inside && marked !== null && markedX !== null && (
          <div aria-hidden="true">
            <CurveReadout
              lines={lines.filter((line) => line.role !== 'ghost')}
              step={marked}
              kept={focus.hoverStep === null || focus.hoverStep === focus.pinnedStep}
              side={markedX > width / 2 ? 'right' : 'left'}
              insetInline={markedX > width / 2 ? width - markedX + 12 : markedX + 12}
            />
          </div>
        )}
      </div>
      <VisuallyHidden>
        <span id={keysId}>{t('chart.keys')}</span>
      </VisuallyHidden>
    </div>
  );
}
