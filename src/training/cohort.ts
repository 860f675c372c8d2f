/**
 * A cohort: all networks of an experiment as one matrix theta [L, T, P] and the one tensor program that trains them.
 * The number of tensor operations of a step does not depend on the number of networks.
 */
import { keep, tensor, tidy, type Tensor } from '@tensorflow/tfjs-core';
import { laneCount, type ArmSpec, type ExperimentSpec } from '../spec/experiment';
import { createCoupling, type Coupling } from '../sharing/coupling';
import { rowRule } from '../sharing/registry';
import type { RowRule } from '../sharing/rowRule';
import { mul, reshape } from '../tensor/kernels';
import { createBatchFeed } from './batchFeed';
import { lossScale, overArms, type CohortData } from './cohortData';
import { initialWeights } from './initialWeights';
import { prefixColumns, type TowerLayout } from './layout';
import { createLossMasks } from './lossMasks';
import { outputGradient } from './losses';
import { gradient } from './network';
import { createOptimizer } from './optimizers/registry';
import { createRateTable } from './rateTable';

export interface Cohort {
  /** theta [R, P], then the optimizer's slots; valid until the next step. */
  readonly state: readonly Tensor[];
  /** Take the step number `step` (0-based). */
  advance(step: number): void;
  /** Replace theta and the slots by new tensors, which the cohort then owns. */
  restore(state: readonly Tensor[]): void;
  /** Keep the present state alive until `release`, however many steps follow. */
  hold(): readonly Tensor[];
  release(held: readonly Tensor[]): void;
  /** Use changed arms (learning rate, lambda, task weights) from the next step on. */
  applyArms(arms: readonly ArmSpec[]): void;
  dispose(): void;
}

/** The arm of every lane, in lane order. */
function perLane<V>(spec: ExperimentSpec, arms: readonly ArmSpec[], value: (arm: ArmSpec) => V): V[] {
  return spec.points.flatMap(() => arms.flatMap((arm) => spec.seeds.map(() => value(arm))));
}

/**
 * theta [R, P] and empty slots of step 0: networks of one seed are equal in every arm and at every point, except that
 * tied columns are equal in all rows, so there every row takes the first task's.
 * @param tiedColumns per lane
 */
function initialState(
  spec: ExperimentSpec,
  layout: TowerLayout,
  slots: number,
  tiedColumns: readonly number[],
): readonly Tensor[] {
  const bySeed = spec.seeds.map((seed) => initialWeights(layout, seed, spec.model.headStart));
  const size = layout.taskOutputs.length * layout.columns;
  const lanes = laneCount(spec);
  const host = new Float32Array(lanes * size);
  tiedColumns.forEach((tied, lane) => {
    const rows = bySeed[lane % spec.seeds.length] ?? new Float32Array(size);
    host.set(rows, lane * size);
    for (let task = 1; task < layout.taskOutputs.length; task++) {
      host.set(rows.subarray(0, tied), lane * size + task * layout.columns);
    }
  });
  const shape: [number, number] = [lanes * layout.taskOutputs.length, layout.columns];
  return [tensor(host, shape), ...Array.from({ length: slots }, () => tensor(new Float32Array(host.length), shape))];
}

/** Builds the program and the state of step 0 on the current TensorFlow.js backend. */
export function createCohort(data: CohortData, layout: TowerLayout): Cohort {
  const { spec } = data;
  const lanes = laneCount(spec);
  const tasks = data.tasks;
  const cube = [lanes, tasks, layout.columns];
  const matrix = [lanes * tasks, layout.columns];
  const shapes = (data.suites[0]?.tasks ?? []).map((task) => task.shape);

  const optimizer = createOptimizer(spec.training.optimizer);
  const feed = createBatchFeed(data, spec.training.batch);
  const masks = createLossMasks(spec, shapes, data.outputs);
  const rates = createRateTable(spec.training, optimizer, () =>
    Float64Array.from(perLane(spec, arms, (arm) => arm.learningRate)),
  );
  let arms = spec.arms;
  let coupling = buildCoupling();
  let scale = buildScale();
  let state = initialState(
    spec,
    layout,
    optimizer.slots,
    laneRules().map((rule) => prefixColumns(layout, rule.tiedLayers)),
  );
  const held = new Set<Tensor>();

  function laneRules(): readonly RowRule[] {
    const depth = { tasks, trunkLayers: spec.model.trunk.length, layers: layout.layers.length };
    return perLane(spec, arms, (arm) => rowRule(arm.scheme, depth));
  }

  function buildCoupling(): Coupling {
    return createCoupling(laneRules(), tasks, layout.columns, (layers) => prefixColumns(layout, layers));
  }

  /** [R, n or 1, O] loss scale times task weight. */
  function buildScale(): Tensor {
    return tidy(() => {
      const weights = Float32Array.from(perLane(spec, arms, (arm) => arm.taskWeights).flat());
      const plain = overArms(spec, lossScale(data, spec.training.batch), tasks);
      return mul(plain, tensor(weights, [lanes * tasks, 1, 1]));
    });
  }

  function replace(next: readonly Tensor[]): void {
    for (const old of state) if (!held.has(old) && !next.includes(old)) old.dispose();
    state = next;
  }

  return {
    get state() {
      return state;
    },
    advance(step) {
      feed.prepare(step);
      rates.prepare(step);
      const next = tidy(() => {
        const [theta, ...slots] = state;
        if (!theta) throw new RangeError('the cohort has no weights');
        const { inputs, targets } = feed.at(step);
        const { rate, epsilon } = rates.at(step);
        const rows = gradient(layout, theta, inputs, (outputs) => outputGradient(outputs, targets, scale, masks));
        const old = reshape(theta, cube);
        const direction = coupling.pull(coupling.tie(reshape(rows, cube)), old);
        const [moved, ...moments] = optimizer.update(
          old,
          direction,
          slots.map((slot) => reshape(slot, cube)),
          rate,
          epsilon,
        );
        if (!moved) throw new RangeError('the optimizer returned no weights');
        return [coupling.shrink(moved, rate), ...moments].map((part) => keep(reshape(part, matrix)));
      });
      replace(next);
    },
    restore(next) {
      replace(next);
    },
    hold() {
      for (const part of state) held.add(part);
      return state;
    },
    release(parts) {
      for (const part of parts) {
        held.delete(part);
        if (!state.includes(part)) part.dispose();
      }
    },
    applyArms(changed) {
      arms = changed;
      rates.invalidate();
      coupling.dispose();
      coupling = buildCoupling();
      scale.dispose();
      scale = buildScale();
    },
    dispose() {
      for (const part of new Set([...state, ...held])) part.dispose();
      for (const part of [scale, ...masks.rows]) part.dispose();
      masks.missing?.dispose();
      coupling.dispose();
      rates.dispose();
      feed.dispose();
      optimizer.dispose();
    },
  };
}
