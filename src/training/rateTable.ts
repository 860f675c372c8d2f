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
  /** rate [L,1,1], epsilon [L,1,1] */
  at(step: number): { readonly rate: Tensor; readonly epsilon: Tensor };
  /** Forget what is uploaded: the learning rates have changed. */
  invalidate(): void;
  dispose(): void;
}

/** The base learning rate of a lane, and the step from which its optimizer counts. */
export interface LaneRate {
  readonly learningRate: number;
  readonly restartedAt: number;
}

/** Learning rate of one lane at `step`, without the optimizer's factor. */
export function scheduledRate(training: TrainingSpec, { learningRate }: LaneRate, step: number): number {
  return learningRate * scheduleFactor(training.schedule, step, training.steps);
}

/** @param laneRates current rate of every lane. */
export function createRateTable(
  training: TrainingSpec,
  optimizer: Optimizer,
  laneRates: () => readonly LaneRate[],
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
      const host = new Float32Array(STEPS * 2 * lanes);
      for (let k = 0; k < STEPS; k++) {
        // Lanes of one arm share their rate object: it is looked up once.
        const known = new Map<LaneRate, readonly [number, number]>();
        const at = (rate: LaneRate): readonly [number, number] => {
          const age = Math.max(0, first + k - rate.restartedAt);
          return [scheduledRate(training, rate, first + k) * optimizer.rateFactor(age), optimizer.epsilon(age)];
        };
        rates.forEach((rate, lane) => {
          const [factor, epsilon] = known.get(rate) ?? at(rate);
          known.set(rate, [factor, epsilon]);
          host[k * 2 * lanes + lane] = factor;
          host[(k * 2 + 1) * lanes + lane] = epsilon;
        });
      }
      table = tensor2d(host, [STEPS, 2 * lanes]);
    },
    at(step) {
      if (!table) throw new RangeError(`step ${step} was not prepared`);
      return {
        rate: reshape(slice(table, [step - start, 0], [1, lanes]), [lanes, 1, 1]),
        epsilon: reshape(slice(table, [step - start, lanes], [1, lanes]), [lanes, 1, 1]),
      };
    },
    invalidate,
    dispose: invalidate,
  };
}
