import type { BalancingSpec } from '../spec/balancing';

/** What a method may look at in one step of one network. Doubles throughout; the arrays are not to be changed. */
export interface BalancingInput {
  /** [T] training losses of this step, static weights included; empty when the method does not need them. */
  readonly losses: Float64Array;
  /** [T] the same at step 0; empty when the method does not need losses. */
  readonly firstLosses: Float64Array;
  /** [T*T] row-major scalar products of the task gradients on the tied columns; empty when not needed. */
  readonly gramian: Float64Array;
  readonly step: number;
  readonly seed: number;
  /** The method's memory: numbers that float32 represents, so that a checkpoint restores it exactly. */
  readonly state: Float64Array;
  /** [T] training rows per task. */
  readonly rows: readonly number[];
}

export interface Balanced {
  /** [T] w_t: the direction is sum_t w_t g_t. All zero where no direction is defined: the tied columns then stand still. */
  readonly weights: Float64Array;
  /** The memory of the next step. */
  readonly state: Float64Array;
}

/** One way of balancing: a pure function of what {@link BalancingInput} holds. */
export interface BalancingMethod<S extends BalancingSpec = BalancingSpec> {
  readonly kind: S['kind'];
  readonly needs: 'nothing' | 'losses' | 'gramian' | 'both';
  /**
   * `losses`: w_t scales loss t everywhere, heads too. `gradients`: only the direction on the tied columns is combined;
   * every head follows its own unweighted loss.
   */
  readonly scales: 'losses' | 'gradients';
  initialState(tasks: number, settings: S): Float64Array;
  /** @throws RangeError naming what the method cannot take: a negative loss, too many tasks. */
  weigh(settings: S, input: BalancingInput): Balanced;
}
