/** What is done to rows of numbers, number by number: coupling, optimizer, products. `count` is in vectors of four. */
import { fusedOptimizer } from '../optimizers';
import type { OptimizerSpec } from '../../spec/experiment';
import type { FunctionScope, Local } from './functionScope';
import { F32, f32, f32x4, I32, i32, loopWhile, V128, type Code } from './instructions';
import { inBlocks } from './loops';
import type { FunctionSource } from './module';
import { simdAlgebra } from './simdAlgebra';

const BYTES = 16;

/** Walks along rows: `body` sees them at the present vector. */
function along(rows: readonly Local[], count: Local, body: Code): Code {
  return inBlocks(count, 1, [...body, ...rows.flatMap((row) => row.advance(BYTES))]);
}

/** `add(target, source, count)`: target += source. */
const addKernel: FunctionSource = {
  name: 'add',
  write(scope) {
    const target = scope.param(I32);
    const source = scope.param(I32);
    const count = scope.param(I32);
    const sum = f32x4.add(f32x4.load(target.get), f32x4.load(source.get));
    return along([target, source], count, f32x4.store(target.get, sum));
  },
};

/** `copy(target, source, count)` */
const copyKernel: FunctionSource = {
  name: 'copy',
  write(scope) {
    const target = scope.param(I32);
    const source = scope.param(I32);
    const count = scope.param(I32);
    return along([target, source], count, f32x4.store(target.get, f32x4.load(source.get)));
  },
};

/** `scale(target, count, factor)`: target *= factor. */
const scaleKernel: FunctionSource = {
  name: 'scale',
  write(scope) {
    const target = scope.param(I32);
    const count = scope.param(I32);
    const factor = scope.param(F32);
    return along([target], count, f32x4.store(target.get, f32x4.mul(f32x4.load(target.get), f32x4.splat(factor.get))));
  },
};

/** `anchor(gradient, theta, home, stiffness, count)`: gradient += stiffness (theta - home). */
const anchorKernel: FunctionSource = {
  name: 'anchor',
  write(scope) {
    const gradient = scope.param(I32);
    const theta = scope.param(I32);
    const home = scope.param(I32);
    const stiffness = scope.param(I32);
    const count = scope.param(I32);
    const away = f32x4.sub(f32x4.load(theta.get), f32x4.load(home.get));
    const pulled = f32x4.add(f32x4.load(gradient.get), f32x4.mul(f32x4.load(stiffness.get), away));
    return along([gradient, theta, home, stiffness], count, f32x4.store(gradient.get, pulled));
  },
};

/** `dot(a, b, count, result)`: scalar product to the address `result`. */
const dotKernel: FunctionSource = {
  name: 'dot',
  write(scope) {
    const a = scope.param(I32);
    const b = scope.param(I32);
    const count = scope.param(I32);
    const result = scope.param(I32);
    const sum = scope.local(V128);
    const lane = (index: 0 | 1 | 2 | 3): Code => f32x4.lane(sum.get, index);
    return [
      ...sum.set(f32x4.constant([0, 0, 0, 0])),
      ...along([a, b], count, sum.set(f32x4.add(sum.get, f32x4.mul(f32x4.load(a.get), f32x4.load(b.get))))),
      ...f32.store(result.get, f32.add(f32.add(lane(0), lane(1)), f32.add(lane(2), lane(3)))),
    ];
  },
};

/** The deviation of each of T rows from their mean at the present vector; rows follow each other at `stride` numbers. */
function withMean(scope: FunctionScope, theta: Local, tasks: number, stride: number, use: (mean: Local) => Code): Code {
  const row = (task: number): Code => f32x4.load(theta.get, task * stride * 4);
  const sum = Array.from({ length: tasks - 1 }, (_, i) => i + 1).reduce((all, t) => f32x4.add(all, row(t)), row(0));
  return scope.borrow(V128, (mean) => [
    ...mean.set(f32x4.mul(sum, f32x4.constant([1 / tasks, 1 / tasks, 1 / tasks, 1 / tasks]))),
    ...use(mean),
  ]);
}

/** `pull(gradient, theta, count, kappa)`: gradient_t += kappa (theta_t - mean theta) for all T rows. */
function pullKernel(tasks: number, stride: number): FunctionSource {
  return {
    name: 'pull',
    write(scope) {
      const gradient = scope.param(I32);
      const theta = scope.param(I32);
      const count = scope.param(I32);
      const kappa = f32x4.splat(scope.param(F32).get);
      const body = withMean(scope, theta, tasks, stride, (mean) =>
        Array.from({ length: tasks }, (_, task) => {
          const at = task * stride * 4;
          const away = f32x4.sub(f32x4.load(theta.get, at), mean.get);
          return f32x4.store(gradient.get, f32x4.add(f32x4.load(gradient.get, at), f32x4.mul(away, kappa)), at);
        }).flat(),
      );
      return along([gradient, theta], count, body);
    },
  };
}

/** `shrink(theta, count, part)`: theta_t -= part (theta_t - mean theta) for all T rows. */
function shrinkKernel(tasks: number, stride: number): FunctionSource {
  return {
    name: 'shrink',
    write(scope) {
      const theta = scope.param(I32);
      const count = scope.param(I32);
      const part = f32x4.splat(scope.param(F32).get);
      const body = withMean(scope, theta, tasks, stride, (mean) =>
        Array.from({ length: tasks }, (_, task) => {
          const at = task * stride * 4;
          const old = f32x4.load(theta.get, at);
          return f32x4.store(theta.get, f32x4.sub(old, f32x4.mul(f32x4.sub(old, mean.get), part)), at);
        }).flat(),
      );
      return along([theta], count, body);
    },
  };
}

/** `update(theta, gradient, count, rate, epsilon, slot, ...)`: one step of the optimizer. */
function updateKernel(spec: OptimizerSpec): FunctionSource {
  const optimizer = fusedOptimizer(spec);
  return {
    name: 'update',
    write(scope) {
      const theta = scope.param(I32);
      const gradient = scope.param(I32);
      const count = scope.param(I32);
      const rate = f32x4.splat(scope.param(F32).get);
      const epsilon = f32x4.splat(scope.param(F32).get);
      const slots = Array.from({ length: optimizer.slots }, () => scope.param(I32));
      const m = simdAlgebra(scope);
      const g = scope.local(V128);
      const kept = slots.map(() => scope.local(V128));
      const remembered = optimizer.remember(
        m,
        g.get,
        slots.map((slot) => f32x4.load(slot.get)),
      );
      const next = optimizer.move(
        m,
        f32x4.load(theta.get),
        g.get,
        kept.map((slot) => slot.get),
        rate,
        epsilon,
      );
      return along([theta, gradient, ...slots], count, [
        ...g.set(f32x4.load(gradient.get)),
        ...kept.flatMap((slot, index) => slot.set(remembered[index] ?? [])),
        ...kept.flatMap((slot, index) => f32x4.store(slots[index]?.get ?? [], slot.get)),
        ...f32x4.store(theta.get, next),
      ]);
    },
  };
}

/** `gather(target, source, indices, count, width)`: rows of `width` numbers by their indices, one after the other. */
const gatherKernel: FunctionSource = {
  name: 'gather',
  write(scope) {
    const target = scope.param(I32);
    const source = scope.param(I32);
    const indices = scope.param(I32);
    const count = scope.param(I32);
    const width = scope.param(I32);
    const from = scope.local(I32);
    const left = scope.local(I32);
    const bytes = i32.mul(width.get, i32.constant(4));
    // Whole vectors: what a row writes too much is overwritten by the next row, or lies in the gap behind the last.
    return inBlocks(count, 1, [
      ...from.set(i32.add(source.get, i32.mul(i32.load(indices.get), bytes))),
      ...left.set(i32.constant(0)),
      ...copyRow(target, from, left, width),
      ...target.set(i32.add(target.get, bytes)),
      ...indices.advance(4),
    ]);
  },
};

function copyRow(target: Local, from: Local, done: Local, width: Local): Code {
  const at = (base: Local): Code => i32.add(base.get, i32.mul(done.get, i32.constant(4)));
  const vector = f32x4.store(at(target), f32x4.load(at(from)));
  return loopWhile([...vector, ...done.advance(4), ...i32.less(done.get, width.get)]);
}

/** Everything that is done to rows. @param stride numbers from one task's row to the next */
export function rowKernels(optimizer: OptimizerSpec, tasks: number, stride: number): readonly FunctionSource[] {
  return [
    ...[addKernel, copyKernel, scaleKernel, anchorKernel, dotKernel, gatherKernel],
    ...[pullKernel(tasks, stride), shrinkKernel(tasks, stride), updateKernel(optimizer)],
  ];
}
