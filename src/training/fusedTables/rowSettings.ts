/** What is in force for every row of theta, as plain numbers: the scale of its loss, and what couples it to its mates. */
import { rowRule } from '../../sharing/registry';
import type { RowRule } from '../../sharing/rowRule';
import type { Loss } from '../../spec/experiment';
import { isRowScheme } from '../../spec/scheme';
import { dataRowOf, splitOf, type CohortData } from '../cohortData';
import { gradientScale } from '../losses';
import type { ArmPhase } from '../phase';

export interface RowSettings {
  /** Task weight times `gradientScale` over the rows in use. */
  readonly scale: number;
  /** Fixed factor between raw outputs and predictions. */
  readonly outputScale: number;
  /** Rows of a step that count. */
  readonly used: number;
  readonly loss: Loss;
  readonly outputs: number;
  /** Tasks whose gradients this row sums on the tied columns, itself among them. */
  readonly mates: readonly number[];
  readonly rule: RowRule;
}

/**
 * One per row of theta, lane by lane.
 * @throws RangeError when an arm mixes activations and so has no rows.
 */
export function rowSettings(data: CohortData, layers: number, phases: readonly ArmPhase[]): readonly RowSettings[] {
  const { spec, tasks } = data;
  const depth = { tasks, trunkLayers: spec.model.trunk.length, layers };
  const all = Array.from({ length: tasks }, (_, task) => task);
  const arms = phases.map((phase) => {
    const { scheme } = phase.arm;
    if (!isRowScheme(scheme)) throw new RangeError(`${scheme.kind} does not act on rows`);
    return { phase, rule: rowRule(scheme, depth) };
  });
  return spec.points
    .flatMap(() => arms.flatMap((arm) => spec.seeds.map(() => arm)))
    .flatMap(({ phase, rule }, lane) =>
      all.map((task): RowSettings => {
        const { shape, train } = splitOf(data, dataRowOf(spec, tasks, lane * tasks + task), 'train').task;
        const used = Math.min(phase.rows[task] ?? Infinity, spec.training.batch ?? train.rows);
        return {
          scale: (gradientScale(shape.loss, shape.outputs) / used) * (phase.arm.taskWeights[task] ?? 0),
          outputScale: shape.outputScale ?? 1,
          used,
          loss: shape.loss,
          outputs: shape.outputs,
          mates: rule.groups === null ? all : (rule.groups.find((group) => group.includes(task)) ?? [task]),
          rule,
        };
      }),
    );
}

/** Columns in which a lane's rows begin equal, per lane, in layers. */
export function tiedLayers(settings: readonly RowSettings[], tasks: number): readonly number[] {
  return settings.filter((_, row) => row % tasks === 0).map(({ rule }) => rule.tiedLayers);
}
