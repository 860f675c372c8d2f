/**
 * A checkpoint of the whole from those of its parts, and back. Arrays come group by group (`laneGroups`), each of them
 * lane after lane, so a part's arrays are stretches of the whole's.
 */
import { laneCount, type ExperimentSpec } from '../../spec/experiment';
import type { Checkpoint } from '../events';
import { laneGroups, type LaneGroup } from '../laneGroups';
import type { ShardPart } from './splitExperiment';
import { stateArrays } from './stateArrays';

/** One group of a part: its arrays, and where its lanes stand in the arrays of the whole. */
interface Stretch {
  /** Position of the first array in the part's checkpoint, and in the whole's. */
  readonly own: number;
  readonly whole: number;
  readonly arrays: number;
  /** Lane of the group of the whole, by lane of the group of the part. */
  readonly places: readonly number[];
  /** Lanes of the group of the whole. */
  readonly lanes: number;
}

/** Groups with the position of their first array. */
function placedGroups(spec: ExperimentSpec): readonly { readonly group: LaneGroup; readonly first: number }[] {
  let first = 0;
  return laneGroups(spec).map((group) => {
    const placed = { group, first };
    first += stateArrays(group.spec);
    return placed;
  });
}

function stretchesOf(spec: ExperimentSpec, part: ShardPart): readonly Stretch[] {
  const groups = placedGroups(spec);
  return placedGroups(part.spec).flatMap(({ group: own, first }) => {
    const points = own.points.map((point) => part.points[point] ?? 0);
    const arms = own.arms.map((arm) => part.arms[arm] ?? 0);
    const found = groups.find(
      ({ group }) => group.points.includes(points[0] ?? 0) && group.arms.includes(arms[0] ?? 0),
    );
    if (!found) return [];
    const { group } = found;
    const setting = (point: number, arm: number): number =>
      group.points.indexOf(point) * group.arms.length + group.arms.indexOf(arm);
    return {
      own: first,
      whole: found.first,
      arrays: stateArrays(own.spec),
      places: points.flatMap((point) =>
        arms.flatMap((arm) => part.seeds.map((seed) => setting(point, arm) * spec.seeds.length + seed)),
      ),
      lanes: laneCount(group.spec),
    };
  });
}

/** @param checkpoints one per part, of the same step */
export function gatherCheckpoints(
  spec: ExperimentSpec,
  parts: readonly ShardPart[],
  checkpoints: readonly Checkpoint[],
): Checkpoint {
  const arrays: Float32Array[] = [];
  parts.forEach((part, index) => {
    for (const { own, whole, arrays: count, places, lanes } of stretchesOf(spec, part)) {
      for (let k = 0; k < count; k++) {
        const values = checkpoints[index]?.arrays[own + k] ?? new Float32Array(0);
        const size = values.length / places.length;
        const target = (arrays[whole + k] ??= new Float32Array(lanes * size));
        places.forEach((place, lane) => target.set(values.subarray(lane * size, (lane + 1) * size), place * size));
      }
    }
  });
  return { step: checkpoints[0]?.step ?? 0, arrays, backend: checkpoints[0]?.backend ?? 'cpu' };
}

/**
 * One checkpoint per part, in new arrays.
 * @throws RangeError when the checkpoint does not belong to the spec
 */
export function scatterCheckpoint(
  spec: ExperimentSpec,
  parts: readonly ShardPart[],
  checkpoint: Checkpoint,
): readonly Checkpoint[] {
  const needed = laneGroups(spec).reduce((sum, group) => sum + stateArrays(group.spec), 0);
  if (checkpoint.arrays.length !== needed) {
    throw new RangeError(`the checkpoint holds ${checkpoint.arrays.length} arrays, the run needs ${needed}`);
  }
  return parts.map((part) => {
    const arrays = stretchesOf(spec, part).flatMap(({ whole, arrays: count, places, lanes }) =>
      checkpoint.arrays.slice(whole, whole + count).map((values) => {
        const size = values.length / lanes;
        if (!Number.isInteger(size)) {
          throw new RangeError(`an array of the checkpoint has ${values.length} numbers for ${lanes} networks`);
        }
        const own = new Float32Array(places.length * size);
        places.forEach((place, lane) => own.set(values.subarray(place * size, (place + 1) * size), lane * size));
        return own;
      }),
    );
    return { ...checkpoint, arrays };
  });
}
