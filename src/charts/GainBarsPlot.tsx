import { Bar, BarChart, CartesianGrid, ErrorBar, ReferenceLine, XAxis, YAxis } from 'recharts';
import { formatMean } from '../ui/formatInterval';
import { strokeOf } from '../ui/strokes';
import { useLineWidth } from '../ui/useLineWidth';
import { taskColor } from '../ui/taskMark';
import { drawnHalfWidth } from './gainText';
import type { GainLine } from './gainRows';
import { linearTicks } from './ticks';

export interface GainBarsPlotProps {
  readonly lines: readonly GainLine[];
  readonly unit: 'ratio' | 'absolute';
  readonly limit: number;
  readonly width: number;
  readonly rowHeight: number;
  readonly axisHeight: number;
  readonly fontSize: number;
}

interface BarShapeProps {
  readonly x?: number;
  readonly y?: number;
  readonly width?: number;
  readonly height?: number;
  readonly payload?: { readonly line: GainLine };
}

/** The bars, drawn by Recharts; fetched when first needed. One row per line of the list beside it. */
export function GainBarsPlot({ lines, unit, limit, width, rowHeight, axisHeight, fontSize }: GainBarsPlotProps) {
  const data = lines.map((line) => ({
    line,
    key: line.key,
    mean: line.kind === 'bar' ? clamp(line.bar.mean, limit) : null,
    half: line.kind === 'bar' ? drawnHalfWidth(line.bar.halfWidth) : 0,
  }));
  const margin = Math.round(fontSize * 0.5);
  const lineWidth = useLineWidth();
  const room = (width - 2 * margin) / fontSize;
  const round = linearTicks(-limit, limit, room / 5);
  // Two ends side by side need room; without it zero alone is named, the numbers stand beside the bars anyway.
  const ends = room < 7.5 ? [0] : [-limit, limit];
  const ticks = round.length < 3 ? ends : round;
  return (
    <BarChart
      layout="vertical"
      accessibilityLayer={false}
      width={width}
      height={rowHeight * lines.length + axisHeight}
      data={data}
      margin={{ top: 0, right: margin, bottom: 0, left: margin }}
      barCategoryGap={0}
    >
      <CartesianGrid horizontal={false} syncWithTicks stroke="var(--grid)" />
      <YAxis type="category" dataKey="key" hide />
      <XAxis
        type="number"
        domain={[-limit, limit]}
        allowDataOverflow
        ticks={[...ticks]}
        height={axisHeight}
        tick={(tick: { x: number | string; y: number | string; payload: { value: number } }) => (
          <GainTick
            x={Number(tick.x)}
            y={Number(tick.y) + fontSize * 0.8}
            side={Math.sign(tick.payload.value)}
            fontSize={fontSize}
            text={formatMean(tick.payload.value, { signed: true, style: unit === 'ratio' ? 'percent' : 'number' })}
          />
        )}
        interval={0}
        stroke="var(--ink-3)"
      />
      <Bar dataKey="mean" isAnimationActive={false} shape={(shape: BarShapeProps) => <GainBarShape {...shape} />}>
        <ErrorBar
          dataKey="half"
          direction="x"
          width={5}
          strokeWidth={lineWidth}
          stroke="var(--ink)"
          isAnimationActive={false}
        />
      </Bar>
      <ReferenceLine x={0} stroke="var(--ink)" strokeWidth={lineWidth} />
    </BarChart>
  );
}

interface GainTickProps {
  readonly x: number;
  readonly y: number;
  /** -1 left of zero, 1 right of it. */
  readonly side: number;
  readonly fontSize: number;
  readonly text: string;
}

/** A label that leans inwards, so that the axis may end close to the edge of a narrow picture. */
function GainTick({ x, y, side, fontSize, text }: GainTickProps) {
  const anchor = side < 0 ? 'start' : side > 0 ? 'end' : 'middle';
  return (
    <text x={x} y={y} textAnchor={anchor} fill="var(--ink-3)" fontSize={fontSize}>
      {text}
    </text>
  );
}

function clamp(value: number, limit: number): number {
  return Math.max(-limit, Math.min(limit, value));
}

/** Hue of the task, outline of the scheme: hard is full and solid, soft is pale and dashed. */
function GainBarShape({ x = 0, y = 0, width = 0, height = 0, payload }: BarShapeProps) {
  if (payload?.line.kind !== 'bar') return null;
  const { task, arm } = payload.line;
  const color = taskColor(task.hue);
  const stroke = strokeOf(arm);
  const thick = height * 0.5;
  const line = arm.kind === 'hard' ? 2.5 : 1.75;
  return (
    <rect
      x={Math.min(x, x + width)}
      y={y + (height - thick) / 2}
      width={Math.abs(width)}
      height={thick}
      fill={color}
      fillOpacity={arm.kind === 'hard' ? 1 : 0.3}
      stroke={color}
      strokeWidth={line}
      strokeDasharray={stroke.dash.length === 0 ? undefined : stroke.dash.map((part) => part * line).join(' ')}
    />
  );
}
