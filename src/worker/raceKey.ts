import { laneCount, type ExperimentSpec } from '../spec/experiment';
import { inputWidth, splitRows, taskShapes } from '../spec/taskShapes';

/**
 * Equal for experiments of equal shape, on which one race speaks for all: how many networks, how large, on how much data,
 * trained by which rules. Numbers that change no loop (angles, rates, seeds, steps) are not part of it.
 */
export function raceKey(spec: ExperimentSpec): string {
  const { model, training } = spec;
  const points = spec.points.map(({ tasks, width }) => ({
    inputs: inputWidth(tasks),
    rows: splitRows(tasks).map((rows) => rows.train),
    shapes: taskShapes(tasks).map(({ loss, outputs }) => [loss, outputs]),
    width,
  }));
  const arms = spec.arms.map(({ scheme, balancing, width }) => [scheme.kind, balancing.kind, width]);
  return JSON.stringify([laneCount(spec), model, training.batch, training.optimizer.kind, points, arms]);
}
