/** Small mixed networks for tests, and how to run them. Not part of the product. */
import { tensor, tensor2d, tensor3d, tidy, type Tensor } from '@tensorflow/tfjs-core';
import { createStream } from '../../../numeric/random';
import type { Activation } from '../../../spec/experiment';
import type { MixedScheme } from '../../../spec/scheme';
import type { TaskShape } from '../../../spec/taskShape';
import { constant } from '../../../tensor/tape';
import { initialWeights } from '../../../training/initialWeights';
import { towerLayout } from '../../../training/layout';
import { predict } from '../../../training/network';
import type { MixedNetwork, MixedSetting } from '../mixedNetwork';
import { mixedNetwork } from '../registry';
import { sectionRange } from '../sections';

export const INPUTS = 3;
export const ROWS = 6;

/** Regressions with the given numbers of outputs. */
export function regressions(outputs: readonly number[]): readonly TaskShape[] {
  return outputs.map((width, task) => ({ name: `${task}`, loss: 'mse', outputs: width, score: 'relativeError' }));
}

/** A tanh trunk of two layers by default, so that everything is smooth. */
export function setting(
  outputs: readonly number[] = [1, 2, 1],
  trunk: readonly number[] = [4, 4],
  activation: Activation = 'tanh',
): MixedSetting {
  const shapes = regressions(outputs);
  const model = { trunk: trunk.map((units) => ({ units, activation })), head: [], headStart: 'own' } as const;
  const layout = towerLayout(model, INPUTS, shapes);
  return { model, inputs: INPUTS, shapes, towers: (seed) => initialWeights(layout, seed, model.headStart) };
}

export const SCHEMES: Readonly<Record<string, MixedScheme>> = {
  'cross-stitch': { kind: 'cross-stitch', same: 0.9, rateFactor: 10 },
  'sluice, one subspace': { kind: 'sluice', subspaces: 1, same: 0.9, rateFactor: 10, orthogonality: 0 },
  'sluice, two subspaces': { kind: 'sluice', subspaces: 2, same: 0.9, rateFactor: 10, orthogonality: 0.3 },
  'shared-private': {
    kind: 'shared-private',
    adversary: 0,
    discriminatorSteps: 2,
    discriminatorRate: 0.02,
    orthogonality: 0.5,
  },
  OMoE: { kind: 'experts', gating: 'common', experts: 3, ownExperts: 0, units: 4, levels: 1 },
  MMoE: { kind: 'experts', gating: 'task', experts: 3, ownExperts: 0, units: 4, levels: 1 },
  CGC: { kind: 'experts', gating: 'ple', experts: 2, ownExperts: 2, units: 3, levels: 1 },
  PLE: { kind: 'experts', gating: 'ple', experts: 2, ownExperts: 1, units: 3, levels: 2 },
  adapters: { kind: 'adapters', rank: 2, trunkSteps: 5 },
};

const stream = createStream(7, 'resampling');

export const draw = (size: number, from: number, scale = 1): Float32Array =>
  Float32Array.from({ length: size }, (_, i) => scale * stream.normal(from + i));

/** Rows [lanes*tasks, ROWS, INPUTS]; `common`: all tasks of a lane see the same. */
export function inputRows(lanes: number, tasks: number, common: boolean): Float32Array {
  const size = ROWS * INPUTS;
  const host = new Float32Array(lanes * tasks * size);
  for (let row = 0; row < lanes * tasks; row++) {
    host.set(draw(size, 5000 + (common ? Math.floor(row / tasks) : row) * size), row * size);
  }
  return host;
}

/** First weights plus noise, so that nothing is zero by accident. */
export function noisyWeights(network: MixedNetwork, seed: number): Float32Array {
  return network.initial(seed).map((weight, i) => weight + 0.2 * stream.normal(20_000 + seed * 5000 + i));
}

/** Everything a test wants to look at, computed in one tidy. */
export async function valuesOf(compute: () => Tensor): Promise<Float32Array> {
  const result = tidy(() => compute().clone());
  const values = Float32Array.from((await result.data()) as Float32Array);
  result.dispose();
  return values;
}

/** Outputs [lanes*T*ROWS*O] for rows of weights. */
export function outputsOf(
  network: MixedNetwork,
  tasks: number,
  theta: readonly Float32Array[],
  inputs: Float32Array,
  common: boolean,
): Promise<Float32Array> {
  return valuesOf(() => {
    const flat = tensor(Float32Array.from(theta.flatMap((row) => [...row])), [theta.length, network.columns]);
    const rows = tensor(inputs, [theta.length * tasks, ROWS, INPUTS]);
    return network.forward({ theta: constant(flat), inputs: rows, common, rowWeights: null }).outputs.value;
  });
}

/** Builds, uses and disposes. */
export async function withNetwork<R>(
  scheme: MixedScheme,
  of: MixedSetting,
  use: (network: MixedNetwork) => Promise<R>,
): Promise<R> {
  const network = mixedNetwork(scheme, of);
  try {
    return await use(network);
  } finally {
    network.dispose();
  }
}

/** Outputs of plain towers for rows [T * columns]. */
export function plainOutputs(of: MixedSetting, towers: Float32Array, inputs: Float32Array): Promise<Float32Array> {
  const layout = towerLayout(of.model, of.inputs, of.shapes);
  const tasks = of.shapes.length;
  return valuesOf(() =>
    predict(layout, tensor2d(towers, [tasks, layout.columns]), tensor3d(inputs, [tasks, ROWS, INPUTS])),
  );
}

export function sectionOf(network: MixedNetwork, row: Float32Array, name: string): Float32Array {
  const { begin, end } = sectionRange(network.sections, name);
  return row.slice(begin, end);
}

/** A copy of a row with one section replaced. */
export function withSection(
  network: MixedNetwork,
  row: Float32Array,
  name: string,
  value: (index: number) => number,
): Float32Array {
  const { begin, end } = sectionRange(network.sections, name);
  return row.map((before, column) => (column >= begin && column < end ? value(column - begin) : before));
}
