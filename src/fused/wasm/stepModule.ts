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
}

/** Arguments are addresses in bytes, unless they are called otherwise; counts of numbers are in vectors of four. */
export interface StepKernels {
  readonly forward: (theta: number, inputs: number, rows: number) => void;
  readonly backward: (theta: number, inputs: number, rows: number, gradient: number) => void;
  /** By {@link lossKernelName}. */
  readonly loss: (name: string) => (targets: number, rows: number, scale: number, outputScale: number) => void;
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
export function stepModule({ tower, scratch, tasks, optimizer }: StepPlan): Uint8Array<ArrayBuffer> {
  const last = tower.layers.length - 1;
  const place = {
    vectors: (tower.layers[last]?.width ?? 0) / 4,
    outputs: scratch.outputs[last] ?? 0,
    upstream: scratch.upstream[last] ?? 0,
  };
  const kinds = new Map(tasks.map((kind) => [lossKernelName(kind), kind]));
  return assembleModule([
    forwardKernel(tower, scratch),
    backwardKernel(tower, scratch),
    ...[...kinds.values()].map((kind) => lossKernel(kind, place)),
    ...rowKernels(optimizer, tasks.length, tower.columns),
  ]);
}

/** Compiles and connects. @throws WebAssembly.CompileError where there is no SIMD */
export function startKernels(bytes: Uint8Array<ArrayBuffer>, memory: WebAssembly.Memory): StepKernels {
  const { exports } = new WebAssembly.Instance(new WebAssembly.Module(bytes), { env: { memory } });
  const loss = (name: string): ReturnType<StepKernels['loss']> => {
    const kernel = exports[name];
    if (typeof kernel !== 'function') throw new RangeError(`no kernel ${name}`);
    return kernel as ReturnType<StepKernels['loss']>;
  };
  return { ...(exports as unknown as Omit<StepKernels, 'loss'>), loss };
}
