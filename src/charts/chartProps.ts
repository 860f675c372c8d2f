/** Props of every chart, in one place: what a page has to bring. Charts draw what they are given and keep no run state. */
import type { ArmMark, SchemeKind } from '../ui/armMark';
import type { TaskMark } from '../ui/taskMark';
import type { LayerSeries, LossSeries, PairSeries } from './curveSeries';
import type { StepFocus } from './stepFocus';

/** A live change of a knob, drawn as a tick on the step axis. */
export interface AdjustmentMark {
  readonly step: number;
  /** In the reader's language, e.g. `λ 0.01 → 0.1`. */
  readonly label: string;
}

interface OverSteps {
  readonly arms: readonly ArmMark[];
  /** Last step of the run (not of the data so far): the axis does not move while a run fills it. */
  readonly lastStep: number;
  /** Shared marked step; without it the chart keeps its own. */
  readonly focus?: StepFocus;
  readonly adjustments?: readonly AdjustmentMark[];
  /** Height of one panel in CSS pixels at usual text size (it grows with the projector's); default 240, 200 for small ones. */
  readonly height?: number;
}

export interface LossCurvesProps extends OverSteps {
  readonly tasks: readonly TaskMark[];
  /** Test curves have the full stroke of their scheme, training curves of the same arm are thinner and paler. */
  readonly series: readonly LossSeries[];
  /** Curves of an earlier, pinned run: drawn in grey behind. Same arm ids. */
  readonly ghosts?: readonly LossSeries[];
  /** `multiples`: one panel per task (default). `overlay`: all tasks in one panel. */
  readonly layout?: 'multiples' | 'overlay';
  readonly scale: 'linear' | 'log';
  /** With it the chart shows its own linear/log switch. */
  readonly onScaleChange?: (scale: 'linear' | 'log') => void;
  /** Name of the quantity with unit, default "loss" of the catalogue. */
  readonly quantity?: string;
}

export interface DistanceChartProps extends OverSteps {
  /** Names of the layers, input first. */
  readonly layers: readonly string[];
  /** Relative distance 0 .. 2 (square root of 2 = unrelated). */
  readonly series: readonly LayerSeries[];
  /** `steps`: one panel per layer over steps. `layers`: bars per layer and arm at the marked (or last) step (default). */
  readonly view?: 'steps' | 'layers';
}

export interface CosineChartProps extends OverSteps {
  readonly tasks: readonly TaskMark[];
  /** Pairs of task indices, in the order of `PairSeries.pair`. */
  readonly pairs: readonly (readonly [number, number])[];
  readonly series: readonly PairSeries[];
}

export type GainVerdict = 'helps' | 'hurts' | 'undecided';

/** Transfer gain of one arm on one task against `alone`: positive = sharing helped. */
export interface GainBar {
  readonly arm: string;
  /** Index into `tasks`. */
  readonly task: number;
  readonly mean: number;
  /** Half width of the t interval over seeds; `null` = fewer than two seeds. */
  readonly halfWidth: number | null;
  /** Seeds in which the arm beat alone, of `seeds`. */
  readonly wins: number;
  readonly seeds: number;
  /** `undecided` unless the interval excludes zero. */
  readonly verdict: GainVerdict;
}

export interface GainBarsProps {
  readonly tasks: readonly TaskMark[];
  readonly arms: readonly ArmMark[];
  readonly bars: readonly GainBar[];
  /** `ratio`: gains are shares of the loss of alone and shown in percent; `absolute`: in the units of the loss. */
  readonly unit: 'ratio' | 'absolute';
  /** Symmetric end of the axis; default: fitted to the bars. Keep it fixed while a run fills the chart. */
  readonly limit?: number;
}

export interface TowerTask extends TaskMark {
  readonly loss?: number;
  /** Already formatted score, e.g. `0.93` or `93 %`. */
  readonly score?: string;
}

export interface TowerLayer {
  readonly name: string;
  /** Root-mean-square incoming weight of each unit, one array per task. */
  readonly units: readonly ArrayLike<number>[];
  /** Relative distance between the tasks' parameters of the layer, 0 .. 2; `null` = not known. */
  readonly relativeDistance: number | null;
}

export interface TowersProps {
  readonly scheme: SchemeKind;
  readonly tasks: readonly TowerTask[];
  /** Input side first; the last ones from `headFrom` on belong to the heads. */
  readonly layers: readonly TowerLayer[];
  /** Index of the first layer drawn as head; default: the last layer. */
  readonly headFrom?: number;
  /** Layers tied by a hard scheme, counted from the input; default `headFrom`. */
  readonly sharedLayers?: number;
  /** Penalty weight of a soft scheme: tension of the tethers. */
  readonly lambda?: number;
  /** `tiny` about 96 px, `small` 200, `medium` 360, `hero` fills its box. */
  readonly size: 'tiny' | 'small' | 'medium' | 'hero';
  /** Print distances and losses in the picture; default true from `medium` on. */
  readonly showNumbers?: boolean;
}

export interface PhaseCell {
  /** Index into `rows` and `columns`. */
  readonly row: number;
  readonly column: number;
  readonly mean: number;
  readonly halfWidth: number | null;
  readonly verdict: GainVerdict;
}

export interface PhaseAddress {
  readonly row: number;
  readonly column: number;
}

export interface PhaseDiagramProps {
  /** Swept values, e.g. angles in degrees, and how they are written. */
  readonly rows: readonly { readonly value: number; readonly label: string }[];
  /** Arms from weak to strong: soft by lambda, then hard. */
  readonly columns: readonly ArmMark[];
  /** Cells known so far; the others are drawn empty. */
  readonly cells: readonly PhaseCell[];
  readonly rowAxis: string;
  readonly columnAxis: string;
  readonly unit: 'ratio' | 'absolute';
  /** Gain at which the colour is full; default: the largest known. */
  readonly limit?: number;
  readonly selected: PhaseAddress | null;
  readonly onSelect: (cell: PhaseAddress | null) => void;
}

export interface SlicePoint {
  /** `ArmMark.id`. */
  readonly arm: string;
  readonly mean: number;
  readonly halfWidth: number | null;
}

export interface Slice {
  readonly title: string;
  readonly points: readonly SlicePoint[];
}

export interface SliceChartProps {
  /** x axis: one place per arm, alone first, hard last. */
  readonly arms: readonly ArmMark[];
  /** Small multiples, e.g. one per angle. */
  readonly slices: readonly Slice[];
  /** What is drawn upwards, with unit. */
  readonly quantity: string;
  /** A gain has a zero line and percent; an error starts at zero. */
  readonly kind: 'gain' | 'error';
  /** Drawn expectation per slice: one value per arm, `null` = not drawn there. */
  readonly predictions?: readonly (readonly (number | null)[] | null)[];
  readonly height?: number;
}

export interface PredictionPadProps {
  readonly arms: readonly ArmMark[];
  /** One value per arm; `null` = not drawn yet. */
  readonly value: readonly (number | null)[];
  readonly onChange: (value: readonly (number | null)[]) => void;
  readonly range: readonly [number, number];
  readonly quantity: string;
  readonly kind: 'gain' | 'error';
  /** Shown over the drawing once the run is there. */
  readonly answer?: readonly SlicePoint[];
  /** No more drawing, e.g. after the run has started. */
  readonly locked?: boolean;
  readonly height?: number;
}

export interface StepScrubberProps {
  /** Steps at which something was measured, ascending. */
  readonly steps: ArrayLike<number>;
  readonly lastStep: number;
  /** Index into `steps`; `null` = follow the newest. */
  readonly cursor: number | null;
  readonly onCursorChange: (cursor: number | null) => void;
  readonly adjustments?: readonly AdjustmentMark[];
}

export interface SparklineProps {
  readonly values: ArrayLike<number>;
  /** Task hue, or `null` for ink. */
  readonly hue: number | null;
  readonly kind: SchemeKind;
  readonly width?: number;
  readonly height?: number;
  /** Accessible name; without it the line is decoration beside a number. */
  readonly label?: string;
}
