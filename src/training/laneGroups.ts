/**
 * Lanes that share one tensor program: the rows of plain towers of equal width, or the networks of one arm that mixes
 * activations. Each group is a sub-experiment; a network's numbers do not depend on its company, so their evaluations
 * together are the evaluation of the whole.
 */
import { widenedModel } from '../spec/armModel';
import type { ExperimentSpec } from '../spec/experiment';
import { isRowScheme } from '../spec/scheme';

export interface LaneGroup {
  /** The sub-experiment, its model in the group's own width. */
  readonly spec: ExperimentSpec;
  /** Indices into the points and arms of the whole. */
  readonly points: readonly number[];
  readonly arms: readonly number[];
}

/** The groups of an experiment: points of one width x arms without a width of their own, arms of one width x all points. */
export function laneGroups(spec: ExperimentSpec): readonly LaneGroup[] {
  const allPoints = spec.points.map((_, point) => point);
  const pointWidths = [...new Set(spec.points.map((point) => point.width))];
  const armWidths = [...new Set(spec.arms.flatMap((arm) => (arm.width === null ? [] : [arm.width])))];
  const blocks = [
    ...pointWidths.map((width) => ({
      width,
      points: allPoints.filter((point) => spec.points[point]?.width === width),
      arms: spec.arms.flatMap((arm, index) => (arm.width === null ? [index] : [])),
    })),
    ...armWidths.map((width) => ({
      width,
      points: allPoints,
      arms: spec.arms.flatMap((arm, index) => (arm.width === width ? [index] : [])),
    })),
  ];
  return blocks.flatMap(({ width, points, arms }) => {
    const rows = arms.filter((arm) => isRowScheme(spec.arms[arm]?.scheme ?? { kind: 'alone' }));
    const mixed = arms.filter((arm) => !rows.includes(arm)).map((arm) => [arm]);
    return [rows, ...mixed].filter((some) => some.length > 0).map((some) => subExperiment(spec, points, some, width));
  });
}

function subExperiment(
  spec: ExperimentSpec,
  points: readonly number[],
  arms: readonly number[],
  width: number | null,
): LaneGroup {
  return {
    spec: {
      ...spec,
      model: widenedModel(spec.model, width),
      points: spec.points.filter((_, point) => points.includes(point)),
      arms: spec.arms.filter((_, arm) => arms.includes(arm)),
    },
    points,
    arms,
  };
}
