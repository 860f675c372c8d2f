import { CartesianGrid, ErrorBar, Line, LineChart, ReferenceLine, XAxis, YAxis } from 'recharts';
import { formatMean } from '../ui/formatInterval';
import type { ArmMark } from '../ui/armMark';
import { useLineWidth } from '../ui/useLineWidth';
import { SchemeGlyphShape } from '../ui/SchemeGlyph';
import type { Slice } from './chartProps';
import { drawnHalfWidth } from './gainText';
import { armTicks } from './armTicks';
import { textWidth } from './textWidth';
import { linearTicks } from './ticks';

export interface SlicePlotProps {
  readonly arms: readonly ArmMark[];
  readonly slice: Slice;
  readonly prediction: readonly (number | null)[] | null;
  readonly domain: readonly [number, number];
  readonly kind: 'gain' | 'error';
  readonly quantity: string;
  readonly width: number;
  readonly height: number;
  readonly fontSize: number;
}

/** One slice, drawn by Recharts; fetched when first needed. */
export function SlicePlot({
  arms,
  slice,
  prediction,
  domain,
  kind,
  quantity,
  width,
  height,
  fontSize,
}: SlicePlotProps) {
  const data = arms.map((arm, index) => {
    const point = slice.points.find((candidate) => candidate.arm === arm.id);
    return {
      id: arm.id,
      mean: point?.mean ?? null,
      half: point === undefined ? 0 : drawnHalfWidth(point.halfWidth),
      predicted: prediction?.[index] ?? null,
    };
  });
  const lineWidth = useLineWidth();
  const write = (value: number): string =>
    formatMean(value, { style: kind === 'gain' ? 'percent' : 'number', signed: kind === 'gain' });
  const ticks = linearTicks(domain[0], domain[1], height / (fontSize * 3.4));
  const axisWidth = Math.ceil(Math.max(...ticks.map((tick) => textWidth(write(tick), fontSize)), 10) + 8);
  const labels = armTicks(arms, width - axisWidth, fontSize);
  return (
    <LineChart
      accessibilityLayer={false}
      width={width}
      height={height}
      data={data}
      margin={{ top: fontSize * 1.7, right: 14, bottom: fontSize * 0.6, left: 0 }}
    >
      <CartesianGrid vertical={false} syncWithTicks stroke="var(--grid)" />
      <XAxis
        dataKey="id"
        interval={0}
        height={fontSize * 1.6}
        stroke="var(--ink-3)"
        padding={{ left: 10, right: 10 }}
        tick={(tick: { x: number | string; y: number | string; index: number }) => (
          <ArmTick
            x={Number(tick.x)}
            y={Number(tick.y)}
            arm={arms[tick.index]}
            text={labels[tick.index] ?? null}
            fontSize={fontSize}
          />
        )}
      />
      <YAxis
        domain={[domain[0], domain[1]]}
        ticks={[...ticks]}
        width={axisWidth}
        axisLine={false}
        tickLine={false}
        tick={{ fill: 'var(--ink-3)', fontSize }}
        tickFormatter={write}
        label={{
          value: quantity,
          position: 'top',
          offset: fontSize * 0.8,
          fill: 'var(--ink-2)',
          fontSize,
          style: { textAnchor: 'start' },
          dx: -axisWidth / 2,
        }}
      />
      {domain[0] < 0 && <ReferenceLine y={0} stroke="var(--ink-2)" />}
      <Line
        dataKey="predicted"
        isAnimationActive={false}
        connectNulls
        stroke="var(--ink-3)"
        strokeWidth={lineWidth * 1.3}
        strokeDasharray="6 4"
        dot={(dot: { cx?: number; cy?: number; index: number }) => (
          <PredictedDot key={dot.index} cx={dot.cx ?? Number.NaN} cy={dot.cy ?? Number.NaN} />
        )}
        activeDot={false}
      />
      <Line
        dataKey="mean"
        isAnimationActive={false}
        connectNulls
        stroke="var(--ink)"
        strokeWidth={lineWidth * 1.5}
        dot={{ r: 3.5, fill: 'var(--ink)' }}
        activeDot={false}
      >
        <ErrorBar
          dataKey="half"
          direction="y"
          width={5}
          strokeWidth={lineWidth}
          stroke="var(--ink)"
          isAnimationActive={false}
        />
      </Line>
    </LineChart>
  );
}

interface ArmTickProps {
  readonly x: number;
  readonly y: number;
  readonly arm: ArmMark | undefined;
  readonly text: string | null;
  readonly fontSize: number;
}

/** Alone and hard stand under their own glyphs, soft arms under their lambda. */
function ArmTick({ x, y, arm, text, fontSize }: ArmTickProps) {
  if (arm === undefined) return null;
  if (arm.kind !== 'soft') {
    const size = fontSize * 1.15;
    return (
      <g transform={`translate(${x - size / 2} ${y}) scale(${size / 24})`} fill="none" stroke="var(--ink)">
        <SchemeGlyphShape kind={arm.kind} />
      </g>
    );
  }
  return text === null ? null : (
    <text x={x} y={y + fontSize * 0.85} textAnchor="middle" fill="var(--ink-3)" fontSize={fontSize}>
      {text}
    </text>
  );
}

function PredictedDot({ cx, cy }: { readonly cx: number; readonly cy: number }) {
  if (!Number.isFinite(cx) || !Number.isFinite(cy)) return null;
  return (
    <rect x={cx - 3.5} y={cy - 3.5} width="7" height="7" fill="var(--paper)" stroke="var(--ink-3)" strokeWidth="1.75" />
  );
}
