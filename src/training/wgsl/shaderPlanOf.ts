import type { ShaderPlan } from '../../fused/wgsl/shaderPlan';
import { planTower } from '../../fused/towerPlan';
import type { Loss } from '../../spec/experiment';
import { dataRows, longestSplit, type CohortData } from '../cohortData';
import type { TowerLayout } from '../layout';
import { companionAt, stateOrder } from '../stateOrder';

/** What the shader of a cohort depends on. */
export function shaderPlanOf(data: CohortData, layout: TowerLayout): ShaderPlan {
  const { spec, tasks, suites } = data;
  const { batch } = spec.training;
  const storedRows = longestSplit(data, 'train');
  const fresh = suites.some((suite) => suite.fresh !== null);
  const order = stateOrder(spec);
  const anchor = companionAt(order, 'anchor');
  return {
    tower: planTower(layout.layers),
    losses: [...new Set<Loss>(dataRows(data).map(({ shape }) => shape.loss))],
    optimizer: spec.training.optimizer,
    points: spec.points.length,
    arms: spec.arms.length,
    seeds: spec.seeds.length,
    tasks,
    source: batch === null ? 'whole' : fresh ? 'fresh' : 'ordered',
    storedRows,
    stepRows: batch ?? storedRows,
    anchor: anchor === -1 ? null : { at: anchor, stiffness: companionAt(order, 'stiffness') },
  };
}
