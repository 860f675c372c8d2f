/** Invented series that look like a run: exponential decay, a gap between training and test, seeds that disagree. */
import { PLAIN_ARM } from '../../src/spec/plain';
import type { LayerSeries, LossSeries, PairSeries } from '../../src/charts/curveSeries';
import type { GainBar, PhaseCell, SlicePoint, TowerLayer } from '../../src/charts/chartProps';
import type { ArmSpec } from '../../src/spec/experiment';

export const LAST_STEP = 500;

const soft = (lambda: number): ArmSpec => ({
  id: `soft-${lambda}`,
  scheme: { kind: 'soft', lambda, penalty: 'pairwise', on: 'trunk', coupling: 'proximal' },
  learningRate: 0.01,
  taskWeights: [1, 1],
  ...PLAIN_ARM,
});

const plain = (kind: 'alone' | 'hard'): ArmSpec => ({
  id: kind,
  scheme: kind === 'alone' ? { kind } : { kind, sharedLayers: 2, groups: null },
  learningRate: 0.01,
  taskWeights: [1, 1],
  ...PLAIN_ARM,
});

export const FEW_ARMS: readonly ArmSpec[] = [plain('alone'), soft(0.01), plain('hard')];
export const MANY_ARMS: readonly ArmSpec[] = [
  plain('alone'),
  ...[0.001, 0.003, 0.01, 0.03, 0.1, 1].map(soft),
  plain('hard'),
];

/** A repeatable wobble in -1 .. 1; not random, only irregular. */
function wobble(key: number): number {
  return Math.sin(key * 12.9898) * Math.cos(key * 4.1414 + 1.7);
}

function points(until: number, every: number, value: (step: number) => number, spread: (step: number) => number) {
  const steps = Array.from({ length: Math.floor(until / every) + 1 }, (_, i) => i * every);
  const mean = steps.map(value);
  return {
    steps,
    mean,
    low: mean.map((m, i) => m - spread(steps[i] ?? 0)),
    high: mean.map((m, i) => m + spread(steps[i] ?? 0)),
  };
}

export function lossSeries(
  arms: readonly ArmSpec[],
  tasks: number,
  until: number,
  every = 10,
  shift = 0,
): LossSeries[] {
  return arms.flatMap((arm, a) =>
    Array.from({ length: tasks }, (_, task) =>
      (['train', 'test'] as const).map((split): LossSeries => {
        const floor = (split === 'train' ? 0.06 : 0.22) + 0.05 * task + 0.03 * Math.abs(a - 1.4 - task) + shift;
        const rate = 60 + 12 * task + 5 * a;
        const overfit = split === 'test' && arm.scheme.kind === 'alone' ? 0.00022 : 0;
        const value = (step: number): number =>
          floor +
          (1.1 + 0.2 * task) * Math.exp(-step / rate) +
          overfit * step +
          0.012 * wobble(step + 31 * a + 7 * task);
        return {
          arm: arm.id,
          task,
          split,
          ...points(until, every, value, (step) => 0.02 + 0.06 * Math.exp(-step / 150)),
        };
      }),
    ).flat(),
  );
}

export function layerSeries(arms: readonly ArmSpec[], layers: number, until: number): LayerSeries[] {
  return arms.flatMap((arm, a) =>
    Array.from({ length: layers }, (_, layer): LayerSeries => {
      const top = arm.scheme.kind === 'hard' && layer < layers - 1 ? 0 : (1.15 - 0.2 * a) * (0.45 + 0.3 * layer);
      const value = (step: number): number => Math.max(0, top * (1 - Math.exp(-step / 120)));
      return { arm: arm.id, layer, ...points(until, 10, value, () => 0.03) };
    }),
  );
}

export function pairSeries(arms: readonly ArmSpec[], pairs: number, until: number): PairSeries[] {
  return arms.flatMap((arm, a) =>
    Array.from({ length: pairs }, (_, pair): PairSeries => {
      const value = (step: number): number =>
        Math.max(
          -1,
          (0.5 + 0.2 * pair - 0.1 * a) * Math.exp(-step / 90) -
            (1 - Math.exp(-step / 160)) * 0.95 +
            0.05 * wobble(step + a),
        );
      return { arm: arm.id, pair, ...points(until, 10, value, () => 0.08) };
    }),
  );
}

const verdict = (mean: number, half: number) => (mean - half > 0 ? 'helps' : mean + half < 0 ? 'hurts' : 'undecided');

export function gainBars(arms: readonly ArmSpec[], tasks: number): GainBar[] {
  return arms.slice(1).flatMap((arm, a) =>
    Array.from({ length: tasks }, (_, task): GainBar => {
      const mean = 0.16 * Math.sin(1.1 + a * 0.9 + task * 1.4);
      const halfWidth = 0.03 + 0.02 * Math.abs(wobble(a + task));
      return {
        arm: arm.id,
        task,
        mean,
        halfWidth,
        wins: Math.round(5 + mean * 25),
        seeds: 10,
        verdict: verdict(mean, halfWidth),
      };
    }),
  );
}

export const ANGLES = [0, 30, 60, 90] as const;

/** Relative errors of E2 in shape: monotone down, U, monotone up. */
export function sliceError(angle: number, arm: number, arms: number): number {
  const x = arm / (arms - 1);
  const pull = angle / 90;
  return 0.54 + 0.02 * pull - 0.22 * (1 - pull) * Math.min(1, 1.6 * x) + 1.35 * pull ** 1.6 * x ** 2.2;
}

export function slicePoints(arms: readonly ArmSpec[], angle: number): SlicePoint[] {
  return arms.map((arm, i) => ({
    arm: arm.id,
    mean: sliceError(angle, i, arms.length),
    halfWidth: 0.02 + 0.02 * Math.abs(wobble(i)),
  }));
}

export function phaseCells(arms: readonly ArmSpec[], known: number): PhaseCell[] {
  return ANGLES.flatMap((angle, row) =>
    arms.slice(1).map((_, column): PhaseCell => {
      const alone = sliceError(angle, 0, arms.length);
      const mean = (alone - sliceError(angle, column + 1, arms.length)) / alone;
      const halfWidth = 0.03;
      return { row, column, mean, halfWidth, verdict: verdict(mean, halfWidth) };
    }),
  ).slice(0, known);
}

export function towerLayers(widths: readonly number[], tasks: number, spread: number, shared: number): TowerLayer[] {
  return widths.map((width, layer) => ({
    name: '',
    relativeDistance: layer < shared ? 0 : Math.min(2, spread * (0.35 + 0.3 * layer)),
    units: Array.from({ length: tasks }, (_, task) =>
      Array.from({ length: width }, (_, unit) => {
        const common = Math.abs(wobble(unit * 3 + layer * 17)) ** 0.7;
        const own = Math.abs(wobble(unit * 5 + layer * 11 + task * 29 + 3));
        return layer < shared ? common : common * (1 - Math.min(1, spread)) + own * Math.min(1, spread);
      }),
    ),
  }));
}
