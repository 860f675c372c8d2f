/** Gradient rows of one network, task by task, from the kernels' passes. */
import { lossKernelName } from '../../fused/wasm/lossKernels';
import type { Passes, StepKernels } from '../../fused/wasm/stepModule';
import type { TaskShape } from '../../spec/taskShape';

/** What one task of a network trains on in a step. Addresses in bytes. */
export interface TaskRows {
  readonly theta: number;
  readonly gradient: number;
  readonly inputs: number;
  readonly targets: number;
  /** Rows that are looked at. */
  readonly rows: number;
  /** Rows that count, the first ones. */
  readonly used: number;
  readonly scale: number;
  readonly outputScale: number;
}

export interface SimdGradients {
  /** The gradient of one task on its row. */
  one(index: number, task: TaskRows): void;
  /**
   * The gradient of every task on its own row.
   * @param seen called when the outputs of a task are in the scratch memory
   */
  apart(tasks: readonly TaskRows[], seen: (task: number) => void): void;
  /**
   * The same for tasks that are equal in their first `depth` layers and look at the same rows of inputs: what they have
   * in common is computed once. On its columns, the first row holds the sum of the gradients.
   */
  together(tasks: readonly TaskRows[], depth: number): void;
}

export function createSimdGradients(kernels: StepKernels, shapes: readonly TaskShape[]): SimdGradients {
  const losses = shapes.map(({ loss, outputs }) => kernels.loss(lossKernelName({ loss, outputs })));
  const splits = new Map<number, ReturnType<StepKernels['split']>>();
  const splitAt = (depth: number): ReturnType<StepKernels['split']> => {
    const known = splits.get(depth);
    if (known) return known;
    const split = kernels.split(depth);
    splits.set(depth, split);
    return split;
  };

  function head(passes: Passes, task: TaskRows, index: number, seen?: (task: number) => void): void {
    passes.forward(task.theta, task.inputs, task.rows);
    seen?.(index);
    losses[index]?.(task.targets, task.used, task.scale, task.outputScale);
    passes.backward(task.theta, task.inputs, task.used, task.gradient);
  }

  return {
    one: (index, task) => head(kernels.tower, task, index),
    apart(tasks, seen) {
      tasks.forEach((task, index) => head(kernels.tower, task, index, seen));
    },
    together(tasks, depth) {
      const { trunk, firstHead, nextHead } = splitAt(depth);
      const [first] = tasks;
      if (!first) return;
      trunk.forward(first.theta, first.inputs, first.rows);
      tasks.forEach((task, index) => head(index === 0 ? firstHead : nextHead, task, index));
      trunk.backward(first.theta, first.inputs, first.used, first.gradient);
    },
  };
}
