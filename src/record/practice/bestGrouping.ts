/**
 * Which tasks should train together, from numbers about pairs: exact search over all partitions. The score of a task in a
 * group is the mean over its companions of effect[companion -> task] (higher-order approximation, HOA, of Standley et al.
 * 2020; the same rule turns affinities into groups in TAG, Fifty et al. 2021), that of a task by itself is given, and a
 * partition is worth the sum over tasks.
 */
import { groupings, type Grouping } from './grouping';

export interface ScoredGrouping {
  readonly groups: Grouping;
  /** Sum over tasks. */
  readonly score: number;
  /** Score of each task in its group. */
  readonly perTask: readonly number[];
}

export interface GroupingOptions {
  /** At most so many networks. */
  readonly maxGroups: number;
  /** Score of a task by itself: 0 for gains, which are measured against that. Default: 0. */
  readonly alone?: number;
}

/** More tasks than this have more partitions (Bell numbers) than can be tried while someone waits. */
export const MOST_GROUPED_TASKS = 10;

/** @param effects T x T row-major, `effects[i * T + j]` = what training with i does for j; the diagonal is not used. */
export function scoreGrouping(effects: ArrayLike<number>, groups: Grouping, alone = 0): ScoredGrouping {
  const tasks = groups.reduce((count, group) => count + group.length, 0);
  const perTask = Array.from({ length: tasks }, () => alone);
  for (const group of groups) {
    if (group.length < 2) continue;
    for (const j of group) {
      const sum = group.reduce((total, i) => (i === j ? total : total + (effects[i * tasks + j] ?? Number.NaN)), 0);
      perTask[j] = sum / (group.length - 1);
    }
  }
  return { groups, score: perTask.reduce((sum, value) => sum + value, 0), perTask };
}

/**
 * The partition of highest score; of equals the one found first, which has the earlier tasks together.
 * @throws RangeError for no tasks, more than {@link MOST_GROUPED_TASKS}, a matrix of another size, or no groups
 */
export function bestGrouping(effects: ArrayLike<number>, tasks: number, options: GroupingOptions): ScoredGrouping {
  const { maxGroups, alone = 0 } = options;
  if (tasks < 1 || tasks > MOST_GROUPED_TASKS || maxGroups < 1 || effects.length !== tasks * tasks) {
    throw new RangeError(`cannot group ${tasks} tasks into ${maxGroups} with ${effects.length} numbers`);
  }
  let best: ScoredGrouping | null = null;
  for (const groups of groupings(tasks, maxGroups)) {
    const scored = scoreGrouping(effects, groups, alone);
    if (best === null || scored.score > best.score) best = scored;
  }
  if (best === null) throw new RangeError('no partition');
  return best;
}
