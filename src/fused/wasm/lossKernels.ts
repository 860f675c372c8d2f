/** Gradient of a task's loss with respect to the raw outputs, see `losses.ts`. */
import { exp } from '../elementary';
import { FUSED_LINKS } from '../losses';
import type { Loss } from '../../spec/experiment';
import type { FunctionScope, Local } from './functionScope';
import { f32, F32, f32x4, i32, I32, V128, type Code } from './instructions';
import { inBlocks } from './loops';
import type { FunctionSource } from './module';
import { simdAlgebra } from './simdAlgebra';

const FLOAT = 4;
const VECTOR = 4;
/** Low enough that its exponential counts for nothing. */
const NEVER = -1e4;

export interface TaskKind {
  readonly loss: Loss;
  /** Outputs that the task has, at most the width of the last layer. */
  readonly outputs: number;
}

export interface LossPlace {
  /** Vectors of the last layer. */
  readonly vectors: number;
  /** Addresses of the raw outputs and of where their gradient goes, both [rows, width]. */
  readonly outputs: number;
  readonly upstream: number;
}

/** Name of the kernel of a kind of task. */
export function lossKernelName({ loss, outputs }: TaskKind): string {
  return `${loss}${outputs}`;
}

/** `<name>(targets, rows, scale, outputScale)`: upstream = (link(z * outputScale) - y) * scale * outputScale. */
export function lossKernel(kind: TaskKind, place: LossPlace): FunctionSource {
  return {
    name: lossKernelName(kind),
    write(scope) {
      const targets = scope.param(I32);
      const rows = scope.param(I32);
      const scale = scope.param(F32);
      const outputScale = scope.param(F32);
      const z = scope.local(I32);
      const upstream = scope.local(I32);
      const factor = scope.local(V128);
      const zoom = scope.local(V128);
      const m = simdAlgebra(scope);
      const stride = place.vectors * VECTOR * FLOAT;

      const raw = (vector: number): Code => f32x4.mul(f32x4.load(z.get, vector * VECTOR * FLOAT), zoom.get);
      const store = (vector: number, linked: Code): Code => {
        const mask = presence(kind.outputs, vector, 1, 0);
        const gradient = f32x4.mul(f32x4.sub(linked, f32x4.load(targets.get, vector * VECTOR * FLOAT)), factor.get);
        const there = mask.every((one) => one === 1) ? gradient : f32x4.mul(gradient, f32x4.constant(mask));
        return f32x4.store(upstream.get, there, vector * VECTOR * FLOAT);
      };
      const link = FUSED_LINKS[kind.loss];
      const vectors = Array.from({ length: place.vectors }, (_, vector) => vector);
      const row =
        link === 'softmax'
          ? softmaxRow(scope, kind.outputs, place.vectors, raw, store)
          : vectors.flatMap((vector) => store(vector, link(m, raw(vector))));
      return [
        ...z.set(i32.constant(place.outputs)),
        ...upstream.set(i32.constant(place.upstream)),
        ...zoom.set(f32x4.splat(outputScale.get)),
        ...factor.set(f32x4.mul(f32x4.splat(scale.get), zoom.get)),
        ...inBlocks(rows, 1, [...row, ...z.advance(stride), ...upstream.advance(stride), ...targets.advance(stride)]),
      ];
    },
  };
}

/** Four numbers that tell the outputs of a task from those that only fill up the vector. */
function presence(outputs: number, vector: number, there: number, missing: number): [number, number, number, number] {
  const at = (lane: number): number => (vector * VECTOR + lane < outputs ? there : missing);
  return [at(0), at(1), at(2), at(3)];
}

/** Softmax of one row, shifted by its largest output. */
function softmaxRow(
  scope: FunctionScope,
  outputs: number,
  count: number,
  raw: (vector: number) => Code,
  store: (vector: number, linked: Code) => Code,
): Code {
  const m = simdAlgebra(scope);
  const powers = Array.from({ length: count }, () => scope.local(V128));
  const shift = scope.local(V128);
  const sum = scope.local(V128);
  const power = (vector: number): Local => powers[vector] ?? shift;
  const vectors = powers.map((_, vector) => vector);
  const present = (vector: number): Code => f32x4.constant(presence(outputs, vector, 1, 0));
  return [
    ...vectors.flatMap((vector) =>
      power(vector).set(f32x4.add(raw(vector), f32x4.constant(presence(outputs, vector, 0, NEVER)))),
    ),
    ...shift.set(vectors.slice(1).reduce((top, v) => f32x4.max(top, power(v).get), power(0).get)),
    ...shift.set(across(shift.get, f32.max)),
    ...vectors.flatMap((vector) =>
      power(vector).set(f32x4.mul(exp(m, f32x4.sub(power(vector).get, shift.get)), present(vector))),
    ),
    ...sum.set(vectors.slice(1).reduce((all, v) => f32x4.add(all, power(v).get), power(0).get)),
    ...sum.set(across(sum.get, f32.add)),
    ...vectors.flatMap((vector) => store(vector, f32x4.div(power(vector).get, sum.get))),
  ];
}

/** Combines the four numbers of a vector, always in the same order, and spreads the result. */
function across(vector: Code, combine: (a: Code, b: Code) => Code): Code {
  const lane = (index: 0 | 1 | 2 | 3): Code => f32x4.lane(vector, index);
  return f32x4.splat(combine(combine(lane(0), lane(1)), combine(lane(2), lane(3))));
}
