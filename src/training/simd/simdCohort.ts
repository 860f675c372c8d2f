/**
 * A cohort in WebAssembly: every network is trained by itself, many steps at a time, so that its numbers stay in the
 * cache. Nothing is awaited; a network's numbers depend on nothing but its own data.
 */
import { planTower, wholeVectors } from '../../fused/towerPlan';
import { planScratch } from '../../fused/wasm/memoryPlan';
import { startKernels, stepModule } from '../../fused/wasm/stepModule';
import { laneCount, type ExperimentSpec } from '../../spec/experiment';
import { createBalancer } from '../balancer';
import { dataRowOf, dataRows, type CohortData } from '../cohortData';
import { createPaddedRows } from '../fusedTables/paddedRows';
import { rowSettings, tiedLayers } from '../fusedTables/rowSettings';
import { initialState } from '../initialState';
import { prefixColumns, type TowerLayout } from '../layout';
import type { ArmPhase } from '../phase';
import type { Program } from '../program';
import { stateOrder } from '../stateOrder';
import { createArrayStore } from './arrayStore';
import { planEvaluation } from './simdEvaluation';
import { planFeed } from './simdFeed';
import { createLaneStep } from './simdLaneStep';
import { createMemoryPlanner } from './simdMemory';
import { planRows } from './simdRows';
import { createSimdState } from './simdState';

/** Program of the rows of a group, or `null` when it needs more memory than there can be. @param phases of step 0 */
export function createSimdCohort(data: CohortData, layout: TowerLayout, phases: readonly ArmPhase[]): Program | null {
  const { spec, tasks } = data;
  const lanes = laneCount(spec);
  const shapes = (data.suites[0]?.tasks ?? []).map((task) => task.shape);
  const tower = planTower(layout.layers);
  const rows = createPaddedRows(layout, tower);
  const width = wholeVectors(data.outputs);
  const depth = layout.layers.length;

  const planner = createMemoryPlanner();
  const longest = longestRows(data);
  const scratch = planScratch(tower, longest, planner.next);
  planner.skipTo(scratch.end);
  const outputs = { address: scratch.outputs[depth - 1] ?? 0, length: longest * width };
  const { slots, companions } = stateOrder(spec);
  const parts = planRows(planner, tower, 1 + slots + companions.length, lanes * tasks, tasks);
  const gradient = planner.take(tasks * tower.columns);
  const gramian = planner.take(tasks * tasks);
  const store = createArrayStore(planner, width);
  const feedPlan = planFeed(data, width, planner, store);
  const startEvaluation = planEvaluation({ data, tower, rows, store, scratch: outputs }, planner);
  if (!planner.fits) return null;

  const memory = planner.build();
  const kernels = startKernels(
    stepModule({
      tower,
      scratch,
      tasks: shapes.map(({ loss, outputs: own }) => ({ loss, outputs: own })),
      optimizer: spec.training.optimizer,
      splits: splitDepths(spec, depth),
    }),
    memory.memory,
  );
  store.fill(memory);
  const feed = feedPlan.start(memory, kernels);
  const evaluation = startEvaluation(memory, kernels);
  const balancer = createBalancer(
    Array.from({ length: lanes }, (_, lane) => ({
      arm: armAt(spec, lane),
      seed: spec.seeds[lane % spec.seeds.length] ?? 0,
      rows: shapes.map((_shape, task) => dataRows(data)[dataRowOf(spec, tasks, lane * tasks + task)]?.train.rows ?? 0),
    })),
    tasks,
  );
  const step = createLaneStep({ data, tower, memory, kernels, feed, parts, gradient, gramian, outputs, balancer });
  const settings = rowSettings(data, depth, phases);
  step.applyPhases(phases, settings);
  // Where a common start is learnt, all rows begin equal.
  const ties = tiedLayers(settings, tasks).map((layers, lane) =>
    armAt(spec, lane).scheme.kind === 'meta' ? layout.columns : prefixColumns(layout, layers),
  );
  const state = createSimdState(memory, parts, rows, balancer);
  state.restore(initialState(spec, layout, ties));

  return {
    ...state,
    advance(from, steps) {
      for (let first = from; first < from + steps; first += feed.steps) {
        const count = Math.min(feed.steps, from + steps - first);
        feed.prepare(first, count);
        for (let lane = 0; lane < lanes; lane++) step.advance(lane, first, count);
      }
      return undefined;
    },
    settle: () => undefined,
    applyPhases: (next) => step.applyPhases(next, rowSettings(data, depth, next)),
    outputs: (theta, split) => Promise.resolve(evaluation.outputs(theta, split)),
    gradients: (theta) => Promise.resolve(evaluation.gradients(theta)),
    taskWeights: () => balancer?.weights() ?? new Float32Array(0),
    // The memory goes with the last reference to it.
    dispose: () => undefined,
  };
}

function armAt(spec: ExperimentSpec, lane: number): ExperimentSpec['arms'][number] {
  const arm = spec.arms[Math.floor(lane / spec.seeds.length) % spec.arms.length];
  if (!arm) throw new RangeError(`no arm of lane ${lane}`);
  return arm;
}

/** Most rows that a tower ever sees at once. */
function longestRows(data: CohortData): number {
  const splits = dataRows(data).flatMap(({ train, validation, test }) => [train.rows, validation.rows, test.rows]);
  return Math.max(data.spec.training.batch ?? 0, ...splits);
}

/** Where networks split that are hard-shared at any time, strictly within the tower. */
function splitDepths(spec: ExperimentSpec, depth: number): readonly number[] {
  const schemes = spec.arms.flatMap(({ scheme, timeline }) => [
    scheme,
    ...timeline.flatMap((event) => (event.do === 'scheme' ? [event.scheme] : [])),
  ]);
  const depths = schemes.flatMap((scheme) => (scheme.kind === 'hard' ? [scheme.sharedLayers] : []));
  return [...new Set(depths)].filter((at) => at > 0 && at < depth);
}
