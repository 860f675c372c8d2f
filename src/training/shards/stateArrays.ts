/** How many arrays a group of lanes brings to a checkpoint, known without building it; every array is lane after lane. */
import { methodOf } from '../../balancing/registry';
import type { ArmSpec, ExperimentSpec } from '../../spec/experiment';
import { isRowScheme } from '../../spec/scheme';
import { taskShapes } from '../../spec/taskShapes';
import { companionsOf } from '../companions';
import { laneGroups } from '../laneGroups';
import { SLOTS } from '../optimizers/slots';

function hasAdversary(arm: ArmSpec): boolean {
  return arm.scheme.kind === 'shared-private' && arm.scheme.adversary > 0;
}

/** Arrays of the program of one group (`laneGroups`): theta, slots, companions or the adversary's, the balancer's memory. */
export function stateArrays(group: Pick<ExperimentSpec, 'arms' | 'training'>): number {
  const perWeights = 1 + SLOTS[group.training.optimizer.kind];
  const rows = group.arms.every((arm) => isRowScheme(arm.scheme));
  const beside = rows ? companionsOf(group).length : group.arms.some(hasAdversary) ? perWeights : 0;
  const memory = group.arms.some((arm) => arm.balancing.kind !== 'static') ? 1 : 0;
  return perWeights + beside + memory;
}

/**
 * Whether every arm alone has the arrays that it has in company, equally wide: then arms may be trained apart and put
 * together again. An arm that balances, fuses or learns a common start gives arrays to all arms of its group.
 */
export function armsStandAlone(spec: ExperimentSpec): boolean {
  const [point] = spec.points;
  const tasks = point === undefined ? 0 : taskShapes(point.tasks).length;
  return laneGroups(spec).every((group) => new Set(group.spec.arms.map((arm) => needsOf(arm, tasks))).size === 1);
}

/** What an arm needs beside weights and slots, in words that can be compared. */
function needsOf(arm: ArmSpec, tasks: number): string {
  const { balancing } = arm;
  const room = balancing.kind === 'static' ? null : methodOf(balancing).initialState(tasks, balancing).length;
  return JSON.stringify([companionsOf({ arms: [arm] }), room]);
}
