import { formatMean } from '../ui/formatInterval';
import { plotScale, type PlotScale } from './plotScale';
import { textWidth } from './textWidth';
import { linearTicks } from './ticks';

export interface PredictionPlot {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
  /** From place (0, 1, ...) to pixels. */
  readonly x: PlotScale;
  readonly y: PlotScale;
  readonly ticks: readonly { readonly value: number; readonly text: string }[];
  /** Where handles wait that nobody has drawn. */
  readonly rest: number;
}

export interface PredictionPlotInput {
  readonly places: number;
  readonly range: readonly [number, number];
  readonly kind: 'gain' | 'error';
  readonly width: number;
  readonly height: number;
  readonly fontSize: number;
}

/** Geometry of the drawing pad, in pixels. */
export function predictionPlot({ places, range, kind, width, height, fontSize }: PredictionPlotInput): PredictionPlot {
  const write = (value: number): string =>
    formatMean(value, { style: kind === 'gain' ? 'percent' : 'number', signed: kind === 'gain' });
  const ticks = linearTicks(range[0], range[1], height / (fontSize * 3.4)).map((value) => ({
    value,
    text: write(value),
  }));
  const left = Math.ceil(Math.max(...ticks.map((tick) => textWidth(tick.text, fontSize)), 10) + 10);
  const [right, top] = [Math.max(left + 20, width - 8), fontSize * 1.7];
  const bottom = Math.max(top + 20, height - fontSize * 2);
  const step = (right - left) / Math.max(1, places);
  const last = Math.max(1, places - 1);
  return {
    left,
    right,
    top,
    bottom,
    x: plotScale('linear', [0, last], [left + step / 2, left + step / 2 + step * last]),
    y: plotScale('linear', range, [bottom, top]),
    ticks,
    rest: kind === 'gain' ? Math.min(Math.max(0, range[0]), range[1]) : (range[0] + range[1]) / 2,
  };
}
