import { laneIndex } from '../../../spec/experiment';
import type { RunRecord } from '../../../record/runRecord';
import type { Trajectory } from '../../methods/trajectory';
import { onPareto } from './landscapeGrid';

/** Less than this in a tenth of the way so far is standing still. */
const STILL = 0.05;

/** Whether the run's tasks are the two functions on the map. */
export function isLandscape({ spec }: Pick<RunRecord, 'spec'>): boolean {
  return spec.points[0]?.tasks.source === 'landscape';
}

/**
 * Ways of one arm over the map up to one evaluation (`-1` = the newest), of the first seed: one per start (the points of
 * the sweep), or two where the tasks go apart.
 */
export function landscapeWays(record: RunRecord, arm: number, evaluation: number): readonly Trajectory[] {
  const { spec } = record;
  const shown = evaluation < 0 ? record.evaluations : record.evaluations.slice(0, evaluation + 1);
  const measured = shown.filter(({ position }) => position.length > 0);
  if (measured.length === 0) return [];
  const tasks = record.tasks.length;
  return spec.points.flatMap((_, point) => {
    const lane = laneIndex(spec, { point, arm, seed: 0 });
    const ways = record.tasks.map((__, task) =>
      measured.flatMap(({ position }) => {
        const at = (lane * tasks + task) * 2;
        return [position[at] ?? Number.NaN, position[at + 1] ?? Number.NaN];
      }),
    );
    const different = ways.filter((way, index) => ways.findIndex((other) => sameWay(way, other)) === index);
    return different.map((points) => ({ points, state: stateOf(points) }));
  });
}

function sameWay(a: readonly number[], b: readonly number[]): boolean {
  return a.every((value, i) => value === b[i]);
}

/** Whoever has not arrived is on the way as long as the last tenth of it led anywhere. */
function stateOf(points: readonly number[]): Trajectory['state'] {
  const [x = 0, y = 0] = points.slice(-2);
  if (onPareto(x, y)) return 'reached';
  const count = points.length / 2;
  const before = 2 * (count - 1 - Math.ceil(count / 10));
  if (before < 0) return 'running';
  return Math.hypot(x - (points[before] ?? 0), y - (points[before + 1] ?? 0)) < STILL ? 'stuck' : 'running';
}
