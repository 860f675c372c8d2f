/**
 * All networks of one arm whose towers exchange activations (`sharing/mixed`), as one matrix theta [L, P] and one tensor
 * program. Data, optimizers, learning rates and losses are those of plain cohorts; the number of tensor operations of a
 * step does not depend on the number of networks.
 */
import { keep, tensor, tidy, type Tensor } from '@tensorflow/tfjs-core';
import type { MixedPass } from '../sharing/mixed/mixedNetwork';
import { mixedNetwork } from '../sharing/mixed/registry';
import { adoptTrunk } from '../sharing/mixed/sections';
import { laneCount } from '../spec/experiment';
import { isRowScheme, type MixedScheme } from '../spec/scheme';
import { mul, reshape, zerosLike } from '../tensor/kernels';
import { backward, constant, createTape, variable, type Node, type Root } from '../tensor/tape';
import { createBalancer } from './balancer';
import { createBalancingReads } from './balancingReads';
import { createBatchFeed } from './batchFeed';
import {
  dataRowOf,
  lossScale,
  outputScales,
  overArms,
  splitOf,
  type CohortData,
  type RowLimits,
  type SplitName,
} from './cohortData';
import { hasCommonInputs } from './commonInputs';
import { createDiscriminatorGame } from './discriminatorGame';
import { initialWeights } from './initialWeights';
import { towerLayout } from './layout';
import { createLossMasks, disposeMasks } from './lossMasks';
import { outputGradient } from './losses';
import { mixedReadouts } from './mixedReadouts';
import { createOptimizer } from './optimizers/registry';
import type { ArmPhase } from './phase';
import { createPhaseTable } from './phaseTable';
import type { Program } from './program';
import { createRateTable } from './rateTable';
import { readBack } from './readBack';
import { rowWeights } from './rowWeights';
import { createSplitTensors } from './splitTensors';
import { createTensorState } from './tensorState';

const SPLITS: readonly SplitName[] = ['train', 'validation', 'test'];

/** @throws RangeError when there are several arms, or their scheme acts on rows. */
function onlyPhase(phases: readonly ArmPhase[]): { readonly phase: ArmPhase; readonly scheme: MixedScheme } {
  const [phase, ...others] = phases;
  if (!phase || others.length > 0 || isRowScheme(phase.arm.scheme)) {
    throw new RangeError('a cohort of mixed networks has exactly one arm, and its scheme mixes activations');
  }
  return { phase, scheme: phase.arm.scheme };
}

/**
 * Builds the program and the state of step 0 on the current TensorFlow.js backend. State: theta [L, P], the optimizer's
 * slots, and where there is an adversary its discriminator's rows and their slots.
 * @param data of an experiment with exactly one arm, whose scheme mixes activations
 * @param first the arm's phase of step 0
 * @throws RangeError when the scheme does not fit the model
 */
export function createMixedCohort(data: CohortData, first: readonly ArmPhase[]): Program {
  const { spec, tasks } = data;
  const { training, model } = spec;
  const lanes = laneCount(spec);
  const seeds = spec.points.flatMap(() => spec.seeds);
  const shapes = (data.suites[0]?.tasks ?? []).map((task) => task.shape);
  const layout = towerLayout(model, data.inputs, shapes);
  let { phase } = onlyPhase(first);

  const network = mixedNetwork(onlyPhase(first).scheme, {
    model,
    inputs: data.inputs,
    shapes,
    towers: (seed) => initialWeights(layout, seed, model.headStart),
  });
  const { columns } = network;
  const optimizer = createOptimizer(training.optimizer);
  const networkPhases = createPhaseTable(network.phases);
  let phaseStart = 0;
  const rates = createRateTable(training, optimizer, () => {
    const rate = { learningRate: phase.arm.learningRate, restartedAt: Math.max(phase.restartedAt, phaseStart) };
    return seeds.map(() => rate);
  });
  const game = network.adversary && createDiscriminatorGame(network.adversary, training, optimizer);
  const feed = createBatchFeed(data, training.batch);
  const masks = createLossMasks(spec, shapes, data.outputs, outputScales(data));
  const common = {
    train: hasCommonInputs(data, 'train'),
    everywhere: SPLITS.every((split) => hasCommonInputs(data, split)),
  };
  const balancer = createBalancer(
    seeds.map((seed, lane) => ({ arm: phase.arm, seed, rows: trainingRows(lane) })),
    tasks,
  );
  const reads = balancer && createBalancingReads(data, layout, balancer, feed);
  const testWeights = rowWeights(data, 'test', null);
  let trainWeights = buildTrainWeights();
  let scale = buildScale();
  const splits = createSplitTensors(data);
  const state = createTensorState(initialState(), balancer);

  function initialState(): readonly Tensor[] {
    const host = new Float32Array(lanes * columns);
    seeds.forEach((seed, lane) => host.set(network.initial(seed), lane * columns));
    const shape: [number, number] = [lanes, columns];
    const slots = Array.from({ length: optimizer.slots }, () => tensor(new Float32Array(host.length), shape));
    return [tensor(host, shape), ...slots, ...(game?.initial(seeds) ?? [])];
  }

  function trainingRows(lane: number): readonly number[] {
    return shapes.map((_, task) => splitOf(data, dataRowOf(spec, tasks, lane * tasks + task), 'train').split.rows);
  }

  function limits(): RowLimits | null {
    return phase.rows.some((rows) => rows !== null) ? phase.rows : null;
  }

  function buildTrainWeights(): Tensor {
    return rowWeights(data, 'train', training.batch, limits());
  }

  /** [R, n or 1, O] loss scale times task weight. */
  function buildScale(): Tensor {
    const weights = Float32Array.from({ length: lanes * tasks }, (_, row) => phase.arm.taskWeights[row % tasks] ?? 1);
    return tidy(() => {
      const plain = overArms(spec, lossScale(data, training.batch, limits()), tasks);
      return mul(plain, tensor(weights, [lanes * tasks, 1, 1]));
    });
  }

  function forward(step: number, theta: Node): MixedPass {
    const { inputs } = feed.at(step);
    return network.forward({ theta, inputs, common: common.train, rowWeights: trainWeights });
  }

  /** One step. @param lossWeights [L*T, 1, 1] from balancing, `null` for 1 */
  function move(step: number, lossWeights: Tensor | null): Tensor[] {
    const theta = variable(createTape(), state.weights());
    const pass = forward(step, theta);
    const weighted = lossWeights ? mul(scale, lossWeights) : scale;
    const cotangent = outputGradient(pass.outputs.value, feed.at(step).targets, weighted, masks);
    const roots: Root[] = [{ node: pass.outputs, cotangent }, ...pass.penalties];
    let opponent = state.current.slice(1 + optimizer.slots);
    if (game && pass.shared) {
      opponent = [...game.train(step, opponent, pass.shared.value, trainWeights)];
      const [rows] = opponent;
      if (rows) roots.push(game.root(rows, pass.shared, trainWeights));
    }
    const gradient = backward(roots, theta);
    if (!gradient) throw new RangeError('the outputs do not depend on the weights');
    const restarts = step > 0 && networkPhases.startOf(step) === step;
    const factors = networkPhases.factorsAt(step);
    const { rate, epsilon } = rates.at(step);
    const cube = (part: Tensor): Tensor => reshape(part, [lanes, 1, columns]);
    const moved = optimizer.update(
      cube(theta.value),
      factors ? mul(cube(gradient), factors.moving) : cube(gradient),
      state.current.slice(1, 1 + optimizer.slots).map((slot) => cube(restarts ? zerosLike(slot) : slot)),
      factors ? mul(rate, factors.rates) : rate,
      epsilon,
    );
    return [...moved.map((part) => reshape(part, [lanes, columns])), ...opponent].map((part) => keep(part));
  }

  async function advanceBalanced(step: number): Promise<void> {
    if (!balancer || !reads) return;
    const outputs = tidy(() => forward(step, constant(state.weights())).outputs.value.clone());
    const losses = balancer.needsLosses
      ? await reads.losses(
          step,
          outputs,
          seeds.map(() => phase.arm),
        )
      : new Float64Array(0);
    outputs.dispose();
    const balanced = balancer.weigh(step, losses, new Float32Array(0));
    state.replace(tidy(() => move(step, tensor(balanced.losses, [lanes * tasks, 1, 1]))));
  }

  function prepare(step: number): void {
    if (networkPhases.startOf(step) !== phaseStart) rates.invalidate();
    phaseStart = networkPhases.startOf(step);
    feed.prepare(step);
    rates.prepare(step);
    game?.prepare(step);
  }

  async function advanceReading(from: number, end: number): Promise<void> {
    for (let step = from; step < end; step++) {
      prepare(step);
      await advanceBalanced(step);
    }
  }

  return {
    ...state.keeping,
    advance(from, steps) {
      if (balancer) return advanceReading(from, from + steps);
      for (let step = from; step < from + steps; step++) {
        prepare(step);
        state.replace(tidy(() => move(step, null)));
      }
      return undefined;
    },
    outputs: (theta, split) =>
      readBack(
        tidy(() => {
          const weights = constant(state.upload(theta));
          const inputs = splits.inputs(split);
          return network.forward({ theta: weights, inputs, common: common.everywhere, rowWeights: null }).outputs.value;
        }),
      ),
    taskWeights: () => balancer?.weights() ?? new Float32Array(0),
    async adopt(task) {
      const theta = state.weights();
      const [, ...rest] = state.current;
      const rows = await readBack(theta.clone());
      for (let lane = 0; lane < lanes; lane++) {
        adoptTrunk(network.sections, rows.subarray(lane * columns, (lane + 1) * columns), tasks, task);
      }
      const slots = rest.slice(0, optimizer.slots).map((slot) => tensor(new Float32Array(slot.size), slot.shape));
      state.replace([tensor(rows, theta.shape), ...slots, ...rest.slice(optimizer.slots)]);
    },
    async readouts(theta) {
      const weights = state.upload(theta);
      const shown = await mixedReadouts(data, network, {
        ...{ theta: weights, common: common.everywhere, testWeights },
        inputs: (split) => splits.inputs(split),
      });
      weights.dispose();
      return shown;
    },
    applyPhases(changed) {
      ({ phase } = onlyPhase(changed));
      rates.invalidate();
      for (const part of [scale, trainWeights]) part.dispose();
      trainWeights = buildTrainWeights();
      scale = buildScale();
    },
    dispose() {
      state.dispose();
      splits.dispose();
      for (const part of [scale, trainWeights, testWeights]) part.dispose();
      disposeMasks(masks);
      network.dispose();
      networkPhases.dispose();
      rates.dispose();
      feed.dispose();
      game?.dispose();
      reads?.dispose();
      optimizer.dispose();
    },
  };
}
