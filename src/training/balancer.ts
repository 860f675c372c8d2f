/**
 * Balances the tasks of every lane in every step: reads losses and Gramians, lets each lane's method weigh them, in
 * doubles, and keeps what the methods remember. Lanes of different methods race in one cohort.
 */
import { methodOf } from '../balancing/registry';
import type { ArmSpec } from '../spec/experiment';

/** What a lane's method is, and whose losses it weighs. */
export interface BalancedLane {
  readonly arm: ArmSpec;
  readonly seed: number;
  /** Training rows per task. */
  readonly rows: readonly number[];
}

export interface LaneWeights {
  /** [L*T] factor of each task's whole gradient (methods that weigh losses). */
  readonly losses: Float32Array;
  /** [L*T] factor of each task's gradient on the tied columns (methods that combine gradients). */
  readonly gradients: Float32Array;
}

export interface Balancer {
  readonly needsLosses: boolean;
  readonly needsGramian: boolean;
  /**
   * [L * (2 T + K)] per lane: losses of step 0, weights of the newest step, the method's memory. Belongs to a
   * checkpoint.
   */
  memory: Float32Array;
  /** [L*T] weights of the newest step; 1 before the first. */
  weights(): Float32Array;
  /**
   * @param losses [L*T], weighted with the task weights; empty unless needed
   * @param gramians [L*T*T]; empty unless needed
   */
  weigh(step: number, losses: Float64Array, gramians: Float32Array): LaneWeights;
  /** The same for one lane: T losses and T x T scalar products. `null`: it is not balanced, or has left the numbers. */
  weighLane(step: number, lane: number, losses: Float64Array, gramian: Float32Array): BalancedWeights | null;
}

/** Weights [T] of one lane, and what they multiply (see {@link LaneWeights}). */
export interface BalancedWeights {
  readonly scales: keyof LaneWeights;
  readonly weights: Float64Array;
}

/** A balancer of the lanes, or `null` when every arm only has its task weights. @param tasks T */
export function createBalancer(lanes: readonly BalancedLane[], tasks: number): Balancer | null {
  if (lanes.every(({ arm }) => arm.balancing.kind === 'static')) return null;
  const methods = lanes.map(({ arm }) => methodOf(arm.balancing));
  const initial = lanes.map(
    ({ arm }, lane) => methods[lane]?.initialState(tasks, arm.balancing) ?? new Float64Array(0),
  );
  const room = Math.max(...initial.map((state) => state.length));
  const stride = 2 * tasks + room;
  const memory = new Float32Array(lanes.length * stride);
  initial.forEach((state, lane) => {
    memory.fill(1, lane * stride + tasks, lane * stride + 2 * tasks);
    memory.set(state, lane * stride + 2 * tasks);
  });
  const needs = (what: 'losses' | 'gramian') => methods.some(({ needs }) => needs === what || needs === 'both');

  return {
    needsLosses: needs('losses'),
    needsGramian: needs('gramian'),
    memory,
    weights() {
      const weights = new Float32Array(lanes.length * tasks);
      lanes.forEach((_, lane) => {
        const begin = lane * stride + tasks;
        weights.set(this.memory.subarray(begin, begin + tasks), lane * tasks);
      });
      return weights;
    },
    weigh(step, losses, gramians) {
      const weights: LaneWeights = {
        losses: new Float32Array(lanes.length * tasks).fill(1),
        gradients: new Float32Array(lanes.length * tasks).fill(1),
      };
      lanes.forEach((_, lane) => {
        const laneLosses = losses.subarray(lane * tasks, (lane + 1) * tasks);
        const gramian = gramians.subarray(lane * tasks * tasks, (lane + 1) * tasks * tasks);
        const balanced = this.weighLane(step, lane, laneLosses, gramian);
        if (balanced) weights[balanced.scales].set(balanced.weights, lane * tasks);
      });
      return weights;
    },
    weighLane(step, lane, losses, gramian) {
      const method = methods[lane];
      const { arm, seed, rows } = lanes[lane] ?? {};
      if (!method || !arm || arm.balancing.kind === 'static') return null;
      // A network that has left the numbers is named by the next evaluation, not by its method.
      if (![...losses, ...gramian].every(Number.isFinite)) return null;
      const own = this.memory.subarray(lane * stride, (lane + 1) * stride);
      if (step === 0) own.set(losses);
      const usesLosses = method.needs === 'losses' || method.needs === 'both';
      const usesGramian = method.needs === 'gramian' || method.needs === 'both';
      const balanced = method.weigh(arm.balancing, {
        losses: usesLosses ? losses : new Float64Array(0),
        firstLosses: usesLosses ? Float64Array.from(own.subarray(0, tasks)) : new Float64Array(0),
        gramian: usesGramian ? Float64Array.from(gramian) : new Float64Array(0),
        step,
        seed: seed ?? 0,
        state: Float64Array.from(own.subarray(2 * tasks, 2 * tasks + (initial[lane]?.length ?? 0))),
        rows: rows ?? [],
      });
      own.set(balanced.weights, tasks);
      own.set(balanced.state, 2 * tasks);
      return { scales: method.scales, weights: balanced.weights };
    },
  };
}
