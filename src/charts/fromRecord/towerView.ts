import type { Score } from '../../spec/taskShape';
import { isRowScheme } from '../../spec/scheme';
import type { TowerLayer, TowersProps } from '../chartProps';
import { effectiveArm } from '../../record/effectiveArm';
import { seedValues } from '../../record/quantity';
import type { RunRecord } from '../../record/runRecord';
import type { TaskMark } from '../../ui/taskMark';
import type { Evaluation } from '../../training/events';

export interface TowerChoice {
  readonly point: number;
  readonly arm: number;
  /** Index into `record.evaluations`; `-1` = the newest. */
  readonly evaluation: number;
}

export interface TowerWords {
  readonly tasks: readonly TaskMark[];
  /** Names of the layers, input side first. */
  readonly layers: readonly string[];
  readonly formatScore: (score: number, kind: Score) => string;
}

function meanOf(values: readonly number[]): number | null {
  return values.length === 0 ? null : values.reduce((sum, value) => sum + value, 0) / values.length;
}

/**
 * Weights of the first seed, cut into towers and layers: [points*arms * T * U] to one list per task and layer.
 * A recording may keep them for its last evaluation only; then that one is drawn.
 */
function unitsOf(record: RunRecord, shown: Evaluation, at: TowerChoice): readonly (readonly Float32Array[])[] {
  const evaluation = shown.units.length > 0 ? shown : (record.evaluations.at(-1) ?? shown);
  const perTower = record.layerUnits.reduce((sum, units) => sum + units, 0);
  const group = at.point * record.spec.arms.length + at.arm;
  let offset = 0;
  return record.layerUnits.map((units) => {
    const layer = record.tasks.map((_, task) => {
      const from = (group * record.tasks.length + task) * perTower + offset;
      return evaluation.units.subarray(from, from + units);
    });
    offset += units;
    return layer;
  });
}

/**
 * What the towers of one arm are drawn from, at one moment of the run: means over seeds for losses, scores and
 * distances; the weights of the first seed. `null` when there is no such moment or arm, or the arm has no towers.
 */
export function towerView(record: RunRecord, at: TowerChoice, words: TowerWords): Omit<TowersProps, 'size'> | null {
  const evaluation = record.evaluations.at(at.evaluation);
  if (evaluation === undefined || record.spec.arms[at.arm] === undefined) return null;
  const { scheme } = effectiveArm(record, at.arm, evaluation.step);
  // Networks that mix activations have no towers of their own to draw.
  if (!isRowScheme(scheme)) return null;
  const place = { point: at.point, arm: at.arm };
  const units = unitsOf(record, evaluation, at);

  return {
    scheme: scheme.kind === 'meta' ? 'alone' : scheme.kind,
    tasks: record.tasks.map((shape, task) => {
      const loss = meanOf(seedValues(record, evaluation, { ...place, quantity: 'testLoss', task }));
      const score = meanOf(seedValues(record, evaluation, { ...place, quantity: 'testScore', task }));
      const mark = words.tasks[task] ?? { name: shape.name, hue: task };
      return {
        ...mark,
        ...(loss === null ? {} : { loss }),
        ...(score === null ? {} : { score: words.formatScore(score, shape.score) }),
      };
    }),
    layers: units.map((perTask, layer): TowerLayer => {
      const distance = meanOf(seedValues(record, evaluation, { ...place, quantity: 'relativeDistance', layer }));
      return { name: words.layers[layer] ?? String(layer + 1), units: perTask, relativeDistance: distance };
    }),
    headFrom: record.spec.model.trunk.length,
    ...(scheme.kind === 'hard' ? { sharedLayers: scheme.sharedLayers } : {}),
    ...(scheme.kind === 'soft' ? { lambda: scheme.lambda } : {}),
  };
}
