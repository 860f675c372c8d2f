/**
 * A cohort: all networks of an experiment as one matrix theta [L, T, P] and the one tensor program that trains them.
 * The number of tensor operations of a step does not depend on the number of networks.
 */
import { keep, tensor, tidy, type Tensor } from '@tensorflow/tfjs-core';
import { createCoupling, type Coupling } from '../sharing/coupling';
import { rowRule } from '../sharing/registry';
import type { RowRule } from '../sharing/rowRule';
import { laneCount, type ExperimentSpec } from '../spec/experiment';
import { isRowScheme } from '../spec/scheme';
import { add, mul, reshape, sub } from '../tensor/kernels';
import { createBatchFeed } from './batchFeed';
import { createBalancer } from './balancer';
import { createBalancingReads } from './balancingReads';
import { acrossArms, lossScale, type CohortData, outputScales } from './cohortData';
import { createFullGradient } from './fullGradient';
import { createHostShrink } from './hostShrink';
import { initialState } from './initialState';
import { prefixColumns, type TowerLayout } from './layout';
import { createLossMasks, disposeMasks } from './lossMasks';
import { outputGradient } from './losses';
import { createMetaStep } from './metaStep';
import { gradient, predict } from './network';
import { createOptimizer } from './optimizers/registry';
import type { ArmPhase } from './phase';
import type { Program } from './program';
import { createRateTable } from './rateTable';
import { readBack } from './readBack';
import { createSplitTensors } from './splitTensors';
import { companionAt, stateOrder } from './stateOrder';
import { createTensorState } from './tensorState';

/** One value per lane, in lane order; the arms of one phase list share their object. */
function perLane<A, V>(spec: ExperimentSpec, perArm: readonly A[], value: (arm: A) => V): V[] {
  return spec.points.flatMap(() => perArm.flatMap((arm) => spec.seeds.map(() => value(arm))));
}

/** Builds the program and the state of step 0 on the current TensorFlow.js backend. @param first phases of step 0, one per arm */
export function createCohort(data: CohortData, layout: TowerLayout, first: readonly ArmPhase[]): Program {
  const { spec, tasks } = data;
  const lanes = laneCount(spec);
  const cube = [lanes, tasks, layout.columns];
  const matrix: [number, number] = [lanes * tasks, layout.columns];
  const shapes = (data.suites[0]?.tasks ?? []).map((task) => task.shape);

  const optimizer = createOptimizer(spec.training.optimizer);
  const order = stateOrder(spec);
  const at = { anchor: companionAt(order, 'anchor'), stiffness: companionAt(order, 'stiffness') };
  const commonAt = companionAt(order, 'common');
  const feed = createBatchFeed(data, spec.training.batch);
  const masks = createLossMasks(spec, shapes, data.outputs, outputScales(data));
  let phases = first;
  const laneRates = () => {
    const shared = new Map(
      phases.map((phase) => [phase, { learningRate: phase.arm.learningRate, restartedAt: phase.restartedAt }]),
    );
    return perLane(spec, phases, (phase) => shared.get(phase) ?? { learningRate: 0, restartedAt: 0 });
  };
  const rates = createRateTable(spec.training, optimizer, laneRates);
  const meta = createMetaStep(
    perLane(spec, spec.arms, (arm) => arm.scheme),
    tasks,
  );
  const balancer = createBalancer(
    perLane(spec, spec.arms, (arm) => arm).map((arm, lane) => ({
      arm,
      seed: spec.seeds[lane % spec.seeds.length] ?? 0,
      rows: (data.suites[dataSuite(lane)]?.tasks ?? []).map((task) => task.train.rows),
    })),
    tasks,
  );
  const reads = balancer && createBalancingReads(data, layout, balancer, feed);
  let coupling = buildCoupling();
  let shrink = createHostShrink(laneRules(), layout, tasks);
  let scale = buildScale();
  const splits = createSplitTensors(data);
  const fullGradient = createFullGradient(data, layout, splits, masks);
  const state = createTensorState(
    initialState(spec, layout, laneTies()).map((values) => tensor(values, matrix)),
    balancer,
  );

  function dataSuite(lane: number): number {
    return Math.floor(lane / (spec.seeds.length * spec.arms.length)) * spec.seeds.length + (lane % spec.seeds.length);
  }

  function laneRules(): readonly RowRule[] {
    const depth = { tasks, trunkLayers: spec.model.trunk.length, layers: layout.layers.length };
    return perLane(spec, phases, ({ arm }) => {
      if (!isRowScheme(arm.scheme)) throw new RangeError(`${arm.scheme.kind} does not act on rows`);
      return rowRule(arm.scheme, depth);
    });
  }

  /** Columns in which a lane's rows begin equal: the tied ones; all of them where a common start is learnt. */
  function laneTies(): readonly number[] {
    const rules = laneRules();
    return perLane(spec, phases, ({ arm }) => arm.scheme.kind).map((kind, lane) =>
      kind === 'meta' ? layout.columns : prefixColumns(layout, rules[lane]?.tiedLayers ?? 0),
    );
  }

  function buildCoupling(): Coupling {
    return createCoupling(laneRules(), tasks, layout.columns, (layers) => prefixColumns(layout, layers));
  }

  /** [R, n or 1, O] loss scale times task weight. */
  function buildScale(): Tensor {
    return tidy(() => {
      const weights = Float32Array.from(perLane(spec, phases, ({ arm }) => arm.taskWeights).flat());
      const limited = phases.some(({ rows }) => rows.some((limit) => limit !== null));
      const parts = phases.map(({ rows }) => lossScale(data, spec.training.batch, limited ? rows : null));
      const plain = acrossArms(spec, parts, tasks);
      return mul(plain, tensor(weights, [lanes * tasks, 1, 1]));
    });
  }

  /** The cube of state part `index`. @throws RangeError when there is none. */
  function part(index: number): Tensor {
    const found = state.current[index];
    if (!found) throw new RangeError(`the cohort has no state ${index}`);
    return reshape(found, cube);
  }

  /** Gradient of every row's loss, [L,T,P], and the outputs that it was computed from. */
  function backward(step: number): { rows: Tensor; outputs: Tensor } {
    const { inputs, targets } = feed.at(step);
    const seen: Tensor[] = [];
    const rows = gradient(layout, state.weights(), inputs, (outputs) => {
      seen.push(outputs);
      return outputGradient(outputs, targets, scale, masks);
    });
    return { rows: reshape(rows, cube), outputs: seen[0] ?? rows };
  }

  /** From the gradient rows to the next state; `weights` [L,T,1] of the gradients on the tied columns, `null` for 1. */
  function move(step: number, rows: Tensor, weights: Tensor | null): readonly Tensor[] {
    const { rate, epsilon } = rates.at(step);
    const old = part(0);
    const slots = Array.from({ length: order.slots }, (_, slot) => part(1 + slot));
    const tied = coupling.tie(rows, weights);
    const anchored = at.anchor === -1 ? tied : add(tied, mul(part(at.stiffness), sub(old, part(at.anchor))));
    const direction = coupling.pull(anchored, old);
    const [moved, ...moments] = optimizer.update(old, direction, slots, rate, epsilon);
    if (!moved) throw new RangeError('the optimizer returned no weights');
    let theta = coupling.shrink(moved, rate);
    const companions = state.current.slice(1 + order.slots).map((each) => reshape(each.clone(), cube));
    if (meta?.isDue(step)) {
      const [next, common] = meta.apply(step, theta, rows, part(commonAt));
      theta = next;
      companions[commonAt - 1 - order.slots] = common;
    }
    return [theta, ...moments, ...companions].map((each) => keep(reshape(each, matrix)));
  }

  async function advanceBalanced(step: number): Promise<void> {
    if (!balancer || !reads) return;
    prepare(step);
    const kept = tidy(() => {
      const { rows, outputs } = backward(step);
      return [keep(rows.clone()), keep(outputs.clone())] as const;
    });
    const [rows, outputs] = kept;
    const losses = balancer.needsLosses
      ? await reads.losses(
          step,
          outputs,
          perLane(spec, phases, ({ arm }) => arm),
        )
      : new Float64Array(0);
    const gramians = balancer.needsGramian ? await reads.gramians(rows) : new Float32Array(0);
    const weights = balancer.weigh(step, losses, gramians);
    const next = tidy(() => {
      const whole = mul(rows, tensor(weights.losses, [lanes, tasks, 1]));
      return [...move(step, whole, tensor(weights.gradients, [lanes, tasks, 1]))];
    });
    state.replace(next);
    rows.dispose();
    outputs.dispose();
  }

  /** The exact steps that are taken in doubles. */
  async function shrinkRows(step: number): Promise<void> {
    if (!shrink) return;
    const [, ...rest] = state.current;
    const rows = await readBack(state.weights().clone());
    shrink(rows, spec.training, laneRates(), step);
    state.replace([tensor(rows, matrix), ...rest]);
  }

  function prepare(step: number): void {
    feed.prepare(step);
    rates.prepare(step);
  }

  function advancePlain(step: number): void {
    prepare(step);
    state.replace(tidy(() => [...move(step, backward(step).rows, null)]));
  }

  /** Steps that read numbers back on the way. */
  async function advanceReading(from: number, end: number): Promise<void> {
    for (let step = from; step < end; step++) {
      if (balancer) await advanceBalanced(step);
      else advancePlain(step);
      await shrinkRows(step);
    }
  }

  return {
    ...state.keeping,
    advance(from, steps) {
      if (balancer || shrink) return advanceReading(from, from + steps);
      for (let step = from; step < from + steps; step++) advancePlain(step);
      return undefined;
    },
    outputs: (theta, split) => readBack(tidy(() => predict(layout, state.upload(theta), splits.inputs(split)))),
    gradients: (theta) => readBack(tidy(() => fullGradient.at(state.upload(theta)))),
    taskWeights: () => balancer?.weights() ?? new Float32Array(0),
    applyPhases(next) {
      phases = next;
      rates.invalidate();
      coupling.dispose();
      coupling = buildCoupling();
      shrink = createHostShrink(laneRules(), layout, tasks);
      scale.dispose();
      scale = buildScale();
    },
    dispose() {
      state.dispose();
      fullGradient.dispose();
      splits.dispose();
      scale.dispose();
      disposeMasks(masks);
      coupling.dispose();
      rates.dispose();
      feed.dispose();
      optimizer.dispose();
      reads?.dispose();
    },
  };
}
