/** Paints the lines of a panel on a canvas. Everything it needs comes as arguments; nothing is read from the page. */
import { strokeOf, type Stroke } from '../ui/strokes';
import type { CanvasInk } from './canvasInk';
import type { CurvePoints } from './curveSeries';
import type { PanelLine } from './panelLine';
import type { PlotScale } from './plotScale';
import { thinCurve } from './thinCurve';

export interface CurveDrawing {
  readonly lines: readonly PanelLine[];
  readonly x: PlotScale;
  readonly y: PlotScale;
  readonly ink: CanvasInk;
  /** Only this arm in full strength; `null` = all. */
  readonly emphasis: string | null;
}

const OTHERS = 0.18;
/** So many bands may lie over each other at full strength. */
const FEW_BANDS = 6;
const FAINT = { width: 0.6, alpha: 0.6 };
const BAND_ALPHA = 0.13;

type Pen = Pick<
  CanvasRenderingContext2D,
  | 'beginPath'
  | 'moveTo'
  | 'lineTo'
  | 'closePath'
  | 'stroke'
  | 'fill'
  | 'setLineDash'
  | 'lineWidth'
  | 'lineCap'
  | 'lineJoin'
  | 'strokeStyle'
  | 'fillStyle'
  | 'globalAlpha'
>;

/** Coordinates are those of the scales. The caller has cleared and clipped the canvas. */
export function drawCurves(pen: Pen, { lines, x, y, ink, emphasis }: CurveDrawing): void {
  // Two points (lowest and highest) for every two pixels: finer is not seen, and dashes are dear.
  const pixels = Math.abs(x.range[1] - x.range[0]) / 2;
  pen.lineJoin = 'round';
  const strength = (line: PanelLine): number => (emphasis === null || line.arm.id === emphasis ? 1 : OTHERS);
  const color = (line: PanelLine): string =>
    line.role === 'ghost'
      ? ink.ink3
      : line.hue === null
        ? ink.ink
        : (ink.tasks[line.hue % ink.tasks.length] ?? ink.ink);
  const full = lines.filter((line) => line.role === 'full');
  // Many bands over each other would be a wall that hides the lines; the one that is pointed at keeps its strength.
  const crowd = Math.min(1, FEW_BANDS / full.length);
  for (const line of full) {
    pen.globalAlpha = BAND_ALPHA * (line.arm.id === emphasis ? 1 : crowd * strength(line));
    pen.fillStyle = color(line);
    traceBand(pen, line.points, x, y, pixels);
  }
  // Ghosts first, training next, tests on top.
  for (const role of ['ghost', 'faint', 'full'] as const) {
    for (const line of lines) {
      if (line.role !== role) continue;
      setStroke(pen, strokeOf(line.arm), ink, role === 'full' ? 1 : FAINT.width);
      pen.globalAlpha = (role === 'full' ? 1 : FAINT.alpha) * strength(line);
      pen.strokeStyle = color(line);
      traceLine(pen, line.points, x, y, pixels);
    }
  }
  pen.globalAlpha = 1;
  pen.setLineDash([]);
}

function setStroke(pen: Pen, stroke: Stroke, ink: CanvasInk, factor: number): void {
  const width = ink.widths[stroke.width] * factor;
  pen.lineWidth = width;
  pen.lineCap = stroke.cap;
  pen.setLineDash(stroke.dash.map((part) => part * width));
}

function traceLine(pen: Pen, points: CurvePoints, x: PlotScale, y: PlotScale, pixels: number): void {
  let down = false;
  pen.beginPath();
  for (const i of thinCurve(points.mean, pixels)) {
    const [px, py] = [x.place(points.steps[i] ?? Number.NaN), y.place(points.mean[i] ?? Number.NaN)];
    if (!Number.isFinite(px) || !Number.isFinite(py)) down = false;
    else if (down) pen.lineTo(px, py);
    else {
      pen.moveTo(px, py);
      down = true;
    }
  }
  pen.stroke();
}

function traceBand(pen: Pen, points: CurvePoints, x: PlotScale, y: PlotScale, pixels: number): void {
  const { low, high, steps } = points;
  if (low === null || high === null || steps.length < 2) return;
  const floor = y.place(y.domain[0]);
  const kept = thinCurve(points.mean, pixels);
  const edge = (values: ArrayLike<number>, i: number): number => {
    const place = y.place(values[i] ?? Number.NaN);
    // Off a log scale means below its foot.
    return Number.isFinite(place) ? place : floor;
  };
  pen.beginPath();
  kept.forEach((i, rank) => {
    const px = x.place(steps[i] ?? 0);
    if (rank === 0) pen.moveTo(px, edge(high, i));
    else pen.lineTo(px, edge(high, i));
  });
  for (const i of kept.toReversed()) pen.lineTo(x.place(steps[i] ?? 0), edge(low, i));
  pen.closePath();
  pen.fill();
}
