/** All kernels of a cohort as one WebAssembly module. */
import type { OptimizerSpec } from '../../spec/experiment';
import type { TowerPlan } from '../towerPlan';
import { lossKernel, lossKernelName, type TaskKind } from './lossKernels';
import type { ScratchPlan } from './memoryPlan';
import { assembleModule } from './module';
import { backwardKernel, forwardKernel } from './networkKernels';
import { rowKernels } from './rowKernels';

export interface StepPlan {
  readonly tower: TowerPlan;
  readonly scratch: ScratchPlan;
  /** One per task; equal kinds share a kernel. */
  readonly tasks: readonly TaskKind[];
  readonly optimizer: OptimizerSpec;
  /**
   * Depths in layers at which some networks split: below, tasks with common inputs see the very same numbers, which are
   * computed once. Each depth lies within the tower.
   */
  readonly splits: readonly number[];
}

/** Passes through all layers, or through the trunk alone or the head alone of networks that split at a depth. */
export interface Passes {
  readonly forward: (theta: number, inputs: number, rows: number) => void;
  readonly backward: (theta: number, inputs: number, rows: number, gradient: number) => void;
}

/** Arguments are addresses in bytes, unless they are called otherwise; counts of numbers are in vectors of four. */
export interface StepKernels extends RowKernels {
  readonly tower: Passes;
  /** Trunk and head of networks that split at `depth`; the first head to pass its gradient down sets, the others add. */
  readonly split: (depth: number) => { readonly trunk: Passes; readonly firstHead: Passes; readonly nextHead: Passes };
  /** By {@link lossKernelName}. */
  readonly loss: (name: string) => (targets: number, rows: number, scale: number, outputScale: number) => void;
}

interface RowKernels {
  readonly add: (target: number, source: number, count: number) => void;
  readonly copy: (target: number, source: number, count: number) => void;
  readonly scale: (target: number, count: number, factor: number) => void;
  readonly anchor: (gradient: number, theta: number, home: number, stiffness: number, count: number) => void;
  readonly pull: (gradient: number, theta: number, count: number, kappa: number) => void;
  readonly shrink: (theta: number, count: number, part: number) => void;
  readonly dot: (a: number, b: number, count: number, result: number) => void;
  readonly update: (
    theta: number,
    gradient: number,
    count: number,
    rate: number,
    epsilon: number,
    ...slots: number[]
  ) => void;
  readonly gather: (target: number, source: number, indices: number, count: number, width: number) => void;
}

/** The bytes of the module. */
export function stepModule({ tower, scratch, tasks, optimizer, splits }: StepPlan): Uint8Array<ArrayBuffer> {
  const depth = tower.layers.length;
  const place = {
    vectors: (tower.layers[depth - 1]?.width ?? 0) / 4,
    outputs: scratch.outputs[depth - 1] ?? 0,
    upstream: scratch.upstream[depth - 1] ?? 0,
  };
  const kinds = new Map(tasks.map((kind) => [lossKernelName(kind), kind]));
  const whole = { from: 0, to: depth };
  return assembleModule([
    forwardKernel(tower, scratch, 'forward', whole),
    backwardKernel(tower, scratch, 'backward', whole),
    ...splits.flatMap((at) => [
      forwardKernel(tower, scratch, `trunkForward${at}`, { from: 0, to: at }),
      backwardKernel(tower, scratch, `trunkBackward${at}`, { from: 0, to: at }),
      forwardKernel(tower, scratch, `headForward${at}`, { from: at, to: depth }),
      backwardKernel(tower, scratch, `firstHeadBackward${at}`, { from: at, to: depth }),
      backwardKernel(tower, scratch, `nextHeadBackward${at}`, { from: at, to: depth }, 'add'),
    ]),
    ...[...kinds.values()].map((kind) => lossKernel(kind, place)),
    ...rowKernels(optimizer, tasks.length, tower.columns),
  ]);
}

/** Compiles and connects. @throws WebAssembly.CompileError where there is no SIMD */
export function startKernels(bytes: Uint8Array<ArrayBuffer>, memory: WebAssembly.Memory): StepKernels {
  const { exports } = new WebAssembly.Instance(new WebAssembly.Module(bytes), { env: { memory } });
  const kernel = (name: string): unknown => {
    const found = exports[name];
    if (typeof found !== 'function') throw new RangeError(`no kernel ${name}`);
    return found;
  };
  const passes = (forward: string, backward: string): Passes =>
    ({ forward: kernel(forward), backward: kernel(backward) }) as Passes;
  return {
    ...(exports as unknown as RowKernels),
    tower: passes('forward', 'backward'),
    split: (depth) => ({
      trunk: passes(`trunkForward${depth}`, `trunkBackward${depth}`),
      firstHead: passes(`headForward${depth}`, `firstHeadBackward${depth}`),
      nextHead: passes(`headForward${depth}`, `nextHeadBackward${depth}`),
    }),
    loss: (name) => kernel(name) as ReturnType<StepKernels['loss']>,
  };
}
