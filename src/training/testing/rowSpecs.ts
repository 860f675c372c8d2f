/** Experiments of rows in many settings, small; what fused programs are compared on. Not part of the product. */
import { PLAIN_POINT } from '../../spec/plain';
import type {
  Activation,
  ExperimentSpec,
  LayerSpec,
  Loss,
  OptimizerSpec,
  RowScheme,
  ScheduleSpec,
  SoftScheme,
  TableSource,
} from '../../spec/experiment';
import { arm, smallSpec, soft } from './smallSpec';

/** Inputs, widths of trunk and head layers, and outputs of the widest task. */
export interface RowShape {
  readonly inputs: number;
  readonly trunk: readonly number[];
  readonly head: readonly number[];
  readonly outputs: number;
}

/** How rows come: all of them or in batches; common to the tasks, or own ones of unequal number. */
export interface RowFeed {
  readonly batch: number | null;
  readonly inputs: 'common' | 'own';
}

const ROWS = [12, 9, 5] as const;

/** A number in -1..1 that looks drawn, the same everywhere. */
function wave(row: number, column: number): number {
  return (((row * 37 + column * 101 + row * column * 7 + 13) % 97) / 48.5 - 1) * 0.9;
}

const list = <V>(length: number, value: (index: number) => V): V[] => Array.from({ length }, (_, i) => value(i));

/** Tasks of the given losses; the second is as wide as can be, the others are narrower. */
export function rowTable(shape: RowShape, losses: readonly Loss[], inputs: RowFeed['inputs']): TableSource {
  return {
    source: 'table',
    inputs: inputs === 'common' ? list(ROWS[0], (row) => list(shape.inputs, (i) => wave(row, i))) : null,
    tasks: losses.map((loss, task) => {
      const width = task === 1 ? shape.outputs : Math.max(loss === 'softmax' ? 2 : 1, shape.outputs - task - 1);
      const rows = inputs === 'common' ? ROWS[0] : (ROWS[task] ?? ROWS[0]);
      return {
        name: `task ${task}`,
        loss,
        inputs: inputs === 'common' ? null : list(rows, (row) => list(shape.inputs, (i) => wave(row + 20 * task, i))),
        classes: loss === 'softmax' ? width : null,
        targets: list(rows, (row) => {
          if (loss === 'softmax') return [(row * 7 + task) % width];
          return list(width, (j) => (loss === 'mse' ? wave(row + 3, j + task) * 1.5 : (row * 5 + j + task) % 2));
        }),
      };
    }),
    split: null,
  };
}

/**
 * Every kind of sharing for three tasks, hard sharing at every depth of `layers` layers. Of soft sharing there are two
 * halves, which together have every penalty on every extent in every coupling.
 */
export function everyScheme(layers: number, half: 0 | 1): readonly RowScheme[] {
  const penalties = ['pairwise', 'mean'] as const;
  const extents = ['trunk', 'all'] as const;
  const squared = penalties.flatMap((penalty, i) =>
    extents.map((on, j): SoftScheme => {
      const safe = (i + j + half) % 2 === 1;
      return safe ? soft(0.8, { penalty, on, coupling: 'proximal' }) : soft(0.05, { penalty, on });
    }),
  );
  const exact = (['l1', 'trace'] as const).map((penalty, i) =>
    soft(0.02, { penalty, on: extents[(i + half) % 2 === 0 ? 0 : 1], coupling: 'proximal' }),
  );
  return [
    { kind: 'alone' },
    ...list(layers + 1, (sharedLayers): RowScheme => ({ kind: 'hard', sharedLayers, groups: null })),
    { kind: 'hard', sharedLayers: 1, groups: [[0, 2], [1]] },
    { kind: 'hard', sharedLayers: layers, groups: [[1, 2]] },
    ...squared,
    ...exact,
    { kind: 'meta', method: 'reptile', innerSteps: 4, outerRate: 0.7, annealOver: 44 },
    { kind: 'meta', method: 'fomaml', innerSteps: 3, outerRate: 0.05, annealOver: 40 },
  ];
}

export interface RowSetting {
  readonly shape: RowShape;
  readonly losses: readonly Loss[];
  readonly activation: Activation;
  readonly optimizer: OptimizerSpec;
  readonly feed: RowFeed;
  readonly schedule: ScheduleSpec;
  readonly schemes: readonly RowScheme[];
}

/** Fifty steps of one seed, an arm per scheme. */
export function rowSpec(setting: RowSetting): ExperimentSpec {
  const { shape, losses, activation, optimizer, feed, schedule, schemes } = setting;
  const layers = (widths: readonly number[]): LayerSpec[] => widths.map((units) => ({ units, activation }));
  return smallSpec({
    points: [{ ...PLAIN_POINT, value: null, tasks: rowTable(shape, losses, feed.inputs) }],
    arms: schemes.map((scheme, index) => ({
      ...arm(`${index} ${scheme.kind}`, scheme, losses.length, 0.02),
      taskWeights: [1, 0.5, 2].slice(0, losses.length),
    })),
    seeds: [3],
    model: { trunk: layers(shape.trunk), head: layers(shape.head), headStart: 'own' },
    training: { steps: 50, batch: feed.batch, optimizer, schedule },
    evaluation: { every: 50, gradients: false, probes: [] },
  });
}
