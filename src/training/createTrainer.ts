/**
 * A trainer of one experiment on the TensorFlow.js backend that is current: draws the data, builds the cohort, goes on
 * from a checkpoint if there is one. Everything a run is made of follows from the spec, the step and the live changes,
 * so a resumed run equals an uninterrupted one.
 */
import { engine, getBackend, tensor, tidy, type Tensor } from '@tensorflow/tfjs-core';
import { parameterCounts } from '../spec/parameterCount';
import type { ExperimentSpec } from '../spec/experiment';
import { slice } from '../tensor/kernels';
import { adjustArms } from './adjustments';
import { createCohort } from './cohort';
import { drawCohortData } from './cohortData';
import { divergenceError, findDiverged } from './divergence';
import { createEvaluator } from './evaluator';
import type { Adjustment, BackendName, Checkpoint } from './events';
import { towerLayout } from './layout';
import type { Trainer } from './trainer';

export interface TrainerOptions {
  readonly checkpoint?: Checkpoint;
  /** Live changes already made, replayed at their steps. */
  readonly adjustments?: readonly Adjustment[];
}

/** @throws RangeError when the checkpoint does not belong to the spec. */
export function createTrainer(spec: ExperimentSpec, options: TrainerOptions = {}): Trainer {
  const data = drawCohortData(spec);
  const shapes = (data.suites[0]?.tasks ?? []).map((task) => task.shape);
  const layout = towerLayout(spec.model, data.inputs, shapes);
  const cohort = createCohort(data, layout);
  const evaluator = createEvaluator(data, layout);

  let step = 0;
  let arms = spec.arms;
  let pending = [...(options.adjustments ?? [])].sort((a, b) => a.step - b.step);
  let firstLosses: Float32Array | null = null;
  /** State of step 0, until its losses, which bound all later ones, have been measured. */
  let beginning: readonly Tensor[] | null = cohort.hold();
  /** State of the last good evaluation, kept to find the exact step at which a network leaves the numbers. */
  let good: { readonly step: number; readonly state: readonly Tensor[] } | null = null;

  if (options.checkpoint) restore(options.checkpoint);

  function restore(checkpoint: Checkpoint): void {
    const expected = cohort.state;
    if (checkpoint.arrays.length !== expected.length) {
      throw new RangeError(`the checkpoint holds ${checkpoint.arrays.length} arrays, the run needs ${expected.length}`);
    }
    const state = checkpoint.arrays.map((values, index) => {
      const like = expected[index];
      if (!like || values.length !== like.size)
        throw new RangeError(`array ${index} of the checkpoint has another size`);
      // A copy: some backends keep a reference to the array until it is first used.
      return tensor(Float32Array.from(values), like.shape);
    });
    cohort.restore(state);
    step = checkpoint.step;
    applyDue();
  }

  /** Live changes whose step has come. */
  function applyDue(): void {
    const due = pending.filter((change) => change.step <= step);
    if (due.length === 0) return;
    pending = pending.filter((change) => change.step > step);
    for (const change of due) arms = adjustArms(spec, arms, data.tasks, change);
    cohort.applyArms(arms);
  }

  function advanceOne(): void {
    applyDue();
    cohort.advance(step);
    step++;
  }

  /** Losses of step 0, also in a resumed run, so that it is judged like an uninterrupted one. */
  async function boundsOf(measuredNow: Float32Array): Promise<Float32Array> {
    if (firstLosses) return firstLosses;
    const [theta] = beginning ?? [];
    firstLosses = step === 0 || !theta ? measuredNow : await evaluator.trainLosses(theta);
    if (beginning) cohort.release(beginning);
    beginning = null;
    return firstLosses;
  }

  function nextEvaluation(): number {
    const { every } = spec.evaluation;
    return Math.min(spec.training.steps, (Math.floor(step / every) + 1) * every);
  }

  /** Replays from the last good state, one step at a time, to the first that is out of bounds, and throws its error. */
  async function throwExactly(found: ReturnType<typeof findDiverged>, bounds: Float32Array): Promise<never> {
    const end = step;
    let culprit = found;
    if (good) {
      cohort.restore(good.state);
      for (let at = good.step; at < end;) {
        cohort.advance(at++);
        const theta = cohort.state[0];
        if (!theta) break;
        const losses = await evaluator.trainLosses(theta);
        const seen = findDiverged(losses, bounds, Float32Array.from((await theta.data()) as Float32Array));
        if (seen) throw divergenceError(spec, data.tasks, at, seen);
      }
    }
    culprit ??= { row: 0, quantity: 'weight', value: NaN };
    throw divergenceError(spec, data.tasks, end, culprit);
  }

  return {
    facts: {
      spec,
      tasks: shapes,
      parameters: parameterCounts(spec),
      layerUnits: layout.layers.map((layer) => layer.outputs),
      fromStep: step,
    },
    get step() {
      return step;
    },
    get nextEvaluation() {
      return nextEvaluation();
    },
    advance(steps) {
      const end = Math.min(step + steps, nextEvaluation());
      const before = step;
      while (step < end) advanceOne();
      return step - before;
    },
    async settle() {
      const backend = getBackend();
      const theta = cohort.state[0];
      if (!theta || backend === 'cpu' || backend === 'wasm') return;
      // Reading one number waits for everything queued before it, on either GPU backend.
      const corner = tidy(() => slice(theta, [0, 0], [1, 1]));
      await corner.data();
      corner.dispose();
    },
    async evaluate() {
      const theta = cohort.state[0];
      if (!theta) throw new RangeError('the cohort has no weights');
      const measured = await evaluator.evaluate(theta, step);
      const { trainLoss } = measured.evaluation;
      const bounds = await boundsOf(trainLoss);
      const culprit = findDiverged(trainLoss, bounds, measured.theta);
      if (culprit) return throwExactly(culprit, bounds);
      const before = good;
      good = { step, state: cohort.hold() };
      if (before) cohort.release(before.state.filter((part) => !good?.state.includes(part)));
      return measured.evaluation;
    },
    async checkpoint() {
      const arrays = await Promise.all(
        cohort.state.map(async (part) => Float32Array.from((await part.data()) as Float32Array)),
      );
      return { step, arrays, backend: engine().backendName as BackendName };
    },
    adjust(change) {
      const adjustment: Adjustment = { ...change, step };
      arms = adjustArms(spec, arms, data.tasks, change);
      cohort.applyArms(arms);
      return adjustment;
    },
    dispose() {
      cohort.dispose();
      evaluator.dispose();
    },
  };
}
