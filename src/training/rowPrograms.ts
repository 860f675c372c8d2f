import type { CohortData } from './cohortData';
import type { TowerLayout } from './layout';
import type { ArmPhase } from './phase';
import type { Program } from './program';

/**
 * Makes the program of a group of rows on a fused engine; `null` = it cannot, the tensor program does it.
 * @param phases of step 0, one per arm
 */
export type RowPrograms = (data: CohortData, layout: TowerLayout, phases: readonly ArmPhase[]) => Program | null;
