/**
 * One extraction level of a mixture of experts: shared experts, own experts of each task, and a gate per task;
 * between two levels also a gate for the shared path. MMoE and OMoE are a last level without own experts.
 */
import type { LayerSpec } from '../../spec/experiment';
import { createStream } from '../../numeric/random';
import {
  add,
  concat,
  matMul,
  repeat,
  reshape,
  softmax,
  split,
  sumProduct,
  transpose,
} from '../../tensor/tapeOperations';
import type { Node } from '../../tensor/tape';
import { BANKS } from './banks';
import type { Section } from './sections';
import { initialBank, runStack, stackColumns, stackOf, type Stack } from './stack';

export interface ExpertLevel {
  readonly level: number;
  readonly tasks: number;
  /** Shared experts, and own experts of each task. */
  readonly shared: number;
  readonly own: number;
  /** Gates of the tasks: 1 = one for all, else one each. */
  readonly gates: number;
  /** Whether a level follows, which needs a shared path. */
  readonly followed: boolean;
  readonly width: number;
  readonly stack: Stack;
}

/** Experts read `width` numbers; each is a trunk of the model with other units. */
export function expertLevel(
  parts: Omit<ExpertLevel, 'stack'>,
  trunk: readonly LayerSpec[],
  units: number,
): ExpertLevel {
  const stack = stackOf(
    parts.width,
    trunk.map(({ activation }) => ({ units, activation })),
  );
  return { ...parts, stack };
}

const nameOf = (part: string, { level }: ExpertLevel): string => `${part}.${level}`;
const unitsOf = ({ stack }: ExpertLevel): number => stack.at(-1)?.outputs ?? 0;

/** Names end in the level, e.g. `experts.0`. Gates have no biases, g = softmax(W x), as in the paper. */
export function levelSections(level: ExpertLevel): readonly Section[] {
  const { tasks, shared, own, gates, followed, width } = level;
  const columns = stackColumns(level.stack);
  const all: readonly Section[] = [
    { name: nameOf('experts', level), shape: [shared, columns] },
    { name: nameOf('ownExperts', level), shape: [tasks, own, columns], ownTrunk: own * columns },
    { name: nameOf('gates', level), shape: [gates, width, shared + own] },
    { name: nameOf('sharedGate', level), shape: [width, shared + tasks * own] },
  ];
  return all.filter((_, index) => (index !== 1 || own > 0) && (index !== 3 || followed));
}

/** First weights of the sections of a level, by name. */
export function initialLevel(level: ExpertLevel, seed: number): Readonly<Record<string, Float32Array>> {
  const { tasks, shared, own, gates, width, stack } = level;
  const bank = (kind: number): number => kind + 16 * level.level;
  const gate = (kind: number, members: number, experts: number): Float32Array => {
    const limit = Math.sqrt(6 / (width + experts));
    const rows = new Float32Array(members * width * experts);
    for (let member = 0; member < members; member++) {
      const stream = createStream(seed, 'mixed.weights', bank(kind), member);
      for (let i = 0; i < width; i++) {
        for (let j = 0; j < experts; j++) {
          rows[(member * width + i) * experts + j] = (2 * stream.uniform(j * width + i) - 1) * limit;
        }
      }
    }
    return rows;
  };
  return {
    [nameOf('experts', level)]: initialBank(stack, seed, bank(BANKS.experts), shared),
    [nameOf('ownExperts', level)]: initialBank(stack, seed, bank(BANKS.ownExperts), tasks * own),
    [nameOf('gates', level)]: gate(BANKS.gates, gates, shared + own),
    [nameOf('sharedGate', level)]: gate(BANKS.sharedGate, 1, shared + tasks * own),
  };
}

/** Every one of `count` experts on the same rows: weights [G, count, columns], inputs [G, r, w] -> [G, count, r, u]. */
function runExperts(level: ExpertLevel, weights: Node, inputs: Node, count: number): Node {
  const [groups = 0, r = 0, width = 0] = inputs.value.shape;
  const copies = repeat(reshape(inputs, [groups, 1, r, width]), 1, count);
  const rows = reshape(weights, [groups * count, stackColumns(level.stack)]);
  const features = runStack(level.stack, rows, reshape(copies, [groups * count, r, width]));
  return reshape(features, [groups, count, r, unitsOf(level)]);
}

/** Gate values of every task on rows of its own, [L*T, r, shared + own], for inputs [L*T, r, w]. */
export function gateValues(level: ExpertLevel, at: (name: string) => Node, inputs: Node): Node {
  const { tasks, gates, width } = level;
  const weights = at(nameOf('gates', level));
  const [lanes = 0, , , experts = 0] = weights.value.shape;
  const perTask = gates === 1 ? repeat(weights, 1, tasks) : weights;
  return softmax(matMul(inputs, reshape(perTask, [lanes * tasks, width, experts])));
}

/** Gate values of shared and of own experts, [L, T, r, .] each. */
function cutGate(level: ExpertLevel, gate: Node): { readonly shared: Node; readonly own: Node | null } {
  const { tasks, shared, own } = level;
  const [rows = 0, r = 0, experts = 0] = gate.value.shape;
  const whole = reshape(gate, [rows / tasks, tasks, r, experts]);
  const [first = whole, second = null] = own === 0 ? [whole] : split(whole, [shared, own]);
  return { shared: first, own: second };
}

/** sum over experts of gate [L, T, r, K] times features [L, T, K, r, u], as [L, T, r, u]. */
function ownMixture(gate: Node, features: Node): Node {
  const [lanes = 0, tasks = 0, experts = 0, r = 0, units = 0] = features.value.shape;
  const weights = reshape(transpose(gate, [0, 1, 3, 2]), [lanes, tasks, experts, r, 1]);
  return reshape(sumProduct(features, weights, 2), [lanes, tasks, r, units]);
}

/**
 * The last level: features of task t on task t's rows only, [L*T, n, u].
 * @param views [L, V*n, w] what the shared experts read
 * @param paths [L*T, n, w] what each task's gate and own experts read
 */
export function lastLevel(level: ExpertLevel, at: (name: string) => Node, views: Node, paths: Node, gate: Node): Node {
  const { tasks, shared, own } = level;
  const units = unitsOf(level);
  const [lanes = 0, allRows = 0] = views.value.shape;
  const [, n = 0] = paths.value.shape;
  const gates = cutGate(level, gate);
  const features = runExperts(level, at(nameOf('experts', level)), views, shared);
  const perView = reshape(features, [lanes, shared, allRows / n, n, units]);
  const weights = reshape(transpose(gates.shared, [0, 3, 1, 2]), [lanes, shared, tasks, n, 1]);
  const common = reshape(sumProduct(perView, weights, 1), [lanes, tasks, n, units]);
  if (!gates.own) return reshape(common, [lanes * tasks, n, units]);
  const mine = runExperts(level, at(nameOf('ownExperts', level)), paths, own);
  const mixture = ownMixture(gates.own, reshape(mine, [lanes, tasks, own, n, units]));
  return reshape(add(common, mixture), [lanes * tasks, n, units]);
}

/**
 * A level that another follows, on all views: the task paths [L*T, V*n, u] and the shared path [L, V*n, u], whose gate
 * sees all experts.
 */
export function innerLevel(
  level: ExpertLevel,
  at: (name: string) => Node,
  sharedPath: Node,
  paths: Node,
  gate: Node,
): { readonly shared: Node; readonly paths: Node } {
  const { tasks, shared, own } = level;
  const units = unitsOf(level);
  const [lanes = 0, r = 0] = sharedPath.value.shape;
  const gates = cutGate(level, gate);
  const common = runExperts(level, at(nameOf('experts', level)), sharedPath, shared);
  const mine = runExperts(level, at(nameOf('ownExperts', level)), paths, own);
  const perTask = reshape(mine, [lanes, tasks, own, r, units]);
  const fromShared = ownMixture(gates.shared, repeat(reshape(common, [lanes, 1, shared, r, units]), 1, tasks));
  const next = gates.own ? add(fromShared, ownMixture(gates.own, perTask)) : fromShared;
  const everyExpert = concat([common, reshape(mine, [lanes, tasks * own, r, units])], 1);
  const sharedGate = softmax(matMul(sharedPath, at(nameOf('sharedGate', level))));
  const weights = transpose(sharedGate, [0, 2, 1]);
  const mixed = sumProduct(everyExpert, reshape(weights, [lanes, shared + tasks * own, r, 1]), 1);
  return {
    paths: reshape(next, [lanes * tasks, r, units]),
    shared: reshape(mixed, [lanes, r, units]),
  };
}
