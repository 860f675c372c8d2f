/**
 * What a step trains on. Full batch: constant tensors. Mini-batches: assembled on the host for a chunk of steps, one
 * upload per chunk; chunks begin at multiples of their length, so shapes never change and a resumed run uploads the same.
 */
import { tensor, type Tensor } from '@tensorflow/tfjs-core';
import { reshape, slice } from '../tensor/kernels';
import { createBatchAssembler, dataRows, overArms, splitInputs, splitTargets, type CohortData } from './cohortData';

export interface BatchFeed {
  /** Inputs [R, n, d] and targets [R, n, O] of `step`; owned by the surrounding tidy or by the feed. */
  at(step: number): { readonly inputs: Tensor; readonly targets: Tensor };
  /** Make the tensors of `step` available; call outside of tidy, before {@link at}. */
  prepare(step: number): void;
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
      inputs = tensor(chunk.inputs, [length, rows * batch * data.inputs]);
      targets = tensor(chunk.targets, [length, rows * batch * data.outputs]);
    },
    at: (step) => ({ inputs: stepOf(inputs, step, data.inputs), targets: stepOf(targets, step, data.outputs) }),
    dispose,
  };
}

/** The feed of a cohort. @param batch rows per task and step, `null` = full batch. */
export function createBatchFeed(data: CohortData, batch: number | null): BatchFeed {
  return batch === null ? fullBatchFeed(data) : miniBatchFeed(data, batch);
}
