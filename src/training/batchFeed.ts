/**
 * What a step trains on. Full batch: constant tensors. Mini-batches: assembled on the host for a chunk of steps, one
 * upload per chunk; chunks begin at multiples of their length, so shapes never change and a resumed run uploads the same.
 */
import { tensor, type Tensor } from '@tensorflow/tfjs-core';
import type { TaskShape } from '../spec/taskShape';
import type { TaskSplit } from '../tasks/taskSuite';
import { reshape, slice } from '../tensor/kernels';
import {
  createBatchAssembler,
  dataRows,
  overArms,
  splitInputs,
  splitOf,
  splitTargets,
  type CohortData,
} from './cohortData';

export interface BatchFeed {
  /** Inputs [R, n, d] and targets [R, n, O] of `step`; owned by the surrounding tidy or by the feed. */
  at(step: number): { readonly inputs: Tensor; readonly targets: Tensor };
  /** Make the tensors of `step` available; call outside of tidy, before {@link at}. */
  prepare(step: number): void;
  /** What data row u trains on at a prepared step, on the host. */
  rows(step: number, u: number): { readonly shape: TaskShape; readonly split: TaskSplit };
  dispose(): void;
}

/** Numbers of one uploaded chunk, at most. */
const CHUNK_NUMBERS = 500_000;

function fullBatchFeed(data: CohortData): BatchFeed {
  const once = (perDataRow: Tensor): Tensor => {
    const repeated = overArms(data.spec, perDataRow, data.tasks);
    perDataRow.dispose();
    return repeated;
  };
  const inputs = once(splitInputs(data, 'train'));
  const targets = once(splitTargets(data, 'train'));
  return {
    at: () => ({ inputs, targets }),
    prepare: () => undefined,
    rows(_step, u) {
      const { task, split } = splitOf(data, u, 'train');
      return { shape: task.shape, split };
    },
    dispose() {
      inputs.dispose();
      targets.dispose();
    },
  };
}

function miniBatchFeed(data: CohortData, batch: number): BatchFeed {
  const rows = dataRows(data).length;
  const perStep = rows * batch * (data.inputs + data.outputs);
  const length = Math.max(1, Math.min(32, Math.floor(CHUNK_NUMBERS / perStep)));
  const assemble = createBatchAssembler(data, batch);
  let start = -1;
  let inputs: Tensor | null = null;
  let targets: Tensor | null = null;
  let hostTargets: Float32Array = NOTHING;

  const stepOf = (chunk: Tensor | null, step: number, width: number): Tensor => {
    if (!chunk) throw new RangeError(`step ${step} was not prepared`);
    const one = slice(chunk, [step - start, 0], [1, rows * batch * width]);
    return overArms(data.spec, reshape(one, [rows, batch, width]), data.tasks);
  };

  function dispose(): void {
    inputs?.dispose();
    targets?.dispose();
    inputs = targets = null;
  }

  return {
    prepare(step) {
      const first = step - (step % length);
      if (first === start && inputs) return;
      dispose();
      start = first;
      const chunk = assemble(first, length);
      hostTargets = chunk.targets;
      inputs = tensor(chunk.inputs, [length, rows * batch * data.inputs]);
      targets = tensor(chunk.targets, [length, rows * batch * data.outputs]);
    },
    at: (step) => ({ inputs: stepOf(inputs, step, data.inputs), targets: stepOf(targets, step, data.outputs) }),
    rows(step, u) {
      const { shape } = splitOf(data, u, 'train').task;
      const begin = ((step - start) * rows + u) * batch * data.outputs;
      const wide = hostTargets.subarray(begin, begin + batch * data.outputs);
      return {
        shape,
        split: { rows: batch, inputs: NOTHING, targets: narrow(wide, data.outputs, shape.outputs), clean: null },
      };
    },
    dispose,
  };
}

const NOTHING = new Float32Array(0);

/** The first `to` of every `from` columns. */
function narrow(values: Float32Array, from: number, to: number): Float32Array {
  if (from === to) return values;
  return Float32Array.from({ length: (values.length / from) * to }, (_, i) => {
    return values[Math.floor(i / to) * from + (i % to)] ?? 0;
  });
}

/** The feed of a cohort. @param batch rows per task and step, `null` = full batch. */
export function createBatchFeed(data: CohortData, batch: number | null): BatchFeed {
  return batch === null ? fullBatchFeed(data) : miniBatchFeed(data, batch);
}
