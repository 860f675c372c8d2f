/** A group of lanes made ready to train and to be measured. */
import { dataOfGroup, type CohortData } from './cohortData';
import { createCohort } from './cohort';
import { createEvaluator, type Evaluator } from './evaluator';
import { laneGroups, type LaneGroup } from './laneGroups';
import { towerLayout, type TowerLayout } from './layout';
import { createMixedCohort } from './mixedCohort';
import { isRowScheme } from '../spec/scheme';
import type { ArmPhase } from './phase';
import type { Program } from './program';
import type { RowPrograms } from './rowPrograms';

export interface LaneProgram {
  readonly group: LaneGroup;
  readonly data: CohortData;
  /** `null` where activations are mixed: such networks have no rows. */
  readonly layout: TowerLayout | null;
  readonly program: Program;
  readonly evaluator: Evaluator;
}

/**
 * One program per group of lanes of the experiment: a fused one where there is one for the group, else a tensor program.
 * @param phases of step 0, one per arm of the whole
 */
export function createLanePrograms(
  whole: CohortData,
  phases: readonly ArmPhase[],
  rowPrograms?: RowPrograms,
): readonly LaneProgram[] {
  return laneGroups(whole.spec).map((group) => {
    const data = dataOfGroup(whole, group.spec, group.points);
    const own = phasesOf(group, phases);
    const shapes = (data.suites[0]?.tasks ?? []).map((task) => task.shape);
    const rows = group.spec.arms.every((arm) => isRowScheme(arm.scheme));
    const layout = rows ? towerLayout(group.spec.model, data.inputs, shapes) : null;
    const program = layout
      ? (rowPrograms?.(data, layout, own) ?? createCohort(data, layout, own))
      : createMixedCohort(data, own);
    return { group, data, layout, program, evaluator: createEvaluator(data, layout, program) };
  });
}

/** The phases of a group's arms. */
export function phasesOf(group: LaneGroup, phases: readonly ArmPhase[]): readonly ArmPhase[] {
  return group.arms.flatMap((arm) => phases[arm] ?? []);
}
