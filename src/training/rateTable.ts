/**
 * Learning rate of every lane and epsilon of the optimizer at every step, uploaded for a chunk of steps at a time:
 * a scalar uploaded per step would cost more than the arithmetic of a small network on a GPU.
 */
import { tensor2d, type Tensor } from '@tensorflow/tfjs-core';
import type { TrainingSpec } from '../spec/experiment';
import { reshape, slice } from '../tensor/kernels';
import type { Optimizer } from './optimizers/optimizer';
import { scheduleFactor } from './schedule';

const STEPS = 64;

export interface RateTable {
  /** Call outside of tidy, before {@link at}. */
  prepare(step: number): void;
  /** rate [L,1,1], epsilon [1,1,1] */
  at(step: number): { readonly rate: Tensor; readonly epsilon: Tensor };
  /** Forget what is uploaded: the learning rates have changed. */
  invalidate(): void;
  dispose(): void;
}

/** @param laneRates current base learning rate of every lane. */
export function createRateTable(
  training: TrainingSpec,
  optimizer: Optimizer,
  laneRates: () => Float64Array,
): RateTable {
  let start = -1;
  let table: Tensor | null = null;
  let lanes = 0;

  function invalidate(): void {
    table?.dispose();
    table = null;
  }

  return {
    prepare(step) {
      const first = step - (step % STEPS);
      if (table && first === start) return;
      invalidate();
      start = first;
      const rates = laneRates();
      lanes = rates.length;
      const host = new Float32Array(STEPS * (lanes + 1));
      for (let k = 0; k < STEPS; k++) {
        const factor = scheduleFactor(training.schedule, first + k, training.steps) * optimizer.rateFactor(first + k);
        for (let lane = 0; lane < lanes; lane++) host[k * (lanes + 1) + lane] = (rates[lane] ?? 0) * factor;
        host[k * (lanes + 1) + lanes] = optimizer.epsilon(first + k);
      }
      table = tensor2d(host, [STEPS, lanes + 1]);
    },
    at(step) {
      if (!table) throw new RangeError(`step ${step} was not prepared`);
      return {
        rate: reshape(slice(table, [step - start, 0], [1, lanes]), [lanes, 1, 1]),
        epsilon: reshape(slice(table, [step - start, lanes], [1, 1]), [1, 1, 1]),
      };
    },
    invalidate,
    dispose: invalidate,
  };
}
