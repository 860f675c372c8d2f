/**
 * A trainer of one experiment on the TensorFlow.js backend that is current: draws the data, builds the programs of its
 * lanes, goes on from a checkpoint if there is one. Everything a run is made of follows from the spec, the step and the
 * live changes, so a resumed run equals an uninterrupted one.
 */
import { engine, getBackend, tensor, tidy } from '@tensorflow/tfjs-core';
import { parameterCounts } from '../spec/parameterCount';
import { layerCount, type ExperimentSpec } from '../spec/experiment';
import { slice } from '../tensor/kernels';
import { drawCohortData } from './cohortData';
import { divergenceError, findDiverged, type Culprit } from './divergence';
import type { Adjustment, BackendName, Checkpoint } from './events';
import { createLandscapeTrainer } from './landscape/createLandscapeTrainer';
import { createLanePrograms, phasesOf, type LaneProgram } from './laneProgram';
import { mergeEvaluations } from './mergeEvaluations';
import { phasesAt } from './phase';
import type { Held } from './program';
import { readBack } from './readBack';
import { hasEvents, rewriteRows } from './rewriteRows';
import type { Trainer } from './trainer';

export interface TrainerOptions {
  readonly checkpoint?: Checkpoint;
  /** Live changes already made, replayed at their steps. */
  readonly adjustments?: readonly Adjustment[];
}

/** @throws RangeError when the checkpoint does not belong to the spec. */
export function createTrainer(spec: ExperimentSpec, options: TrainerOptions = {}): Trainer {
  if (spec.points[0]?.tasks.source === 'landscape') return createLandscapeTrainer(spec, options);
  const data = drawCohortData(spec);
  const shapes = (data.suites[0]?.tasks ?? []).map((task) => task.shape);
  let adjustments = options.adjustments ?? [];
  let step = 0;
  let phases = phasesAt(spec, data.tasks, 0, []);
  const programs = createLanePrograms(data, phases);
  /** Losses of step 0, which bound all later ones. */
  const firstLosses: (Float32Array | undefined)[] = [];
  /** State of step 0, until its losses have been measured. */
  let beginning: readonly Held[] | null = holdAll();
  /** State of the last good evaluation, kept to find the exact step at which a network leaves the numbers. */
  let good: { readonly step: number; readonly held: readonly Held[] } | null = null;

  if (options.checkpoint) restore(options.checkpoint);
  else applyPhases();

  function holdAll(): readonly Held[] {
    return programs.map(({ program }) => program.hold());
  }

  /** @param except states that something else still holds. */
  function releaseAll(held: readonly Held[], except: readonly Held[] = []): void {
    held.forEach((each, index) => {
      const kept = except[index]?.state ?? [];
      programs[index]?.program.release({ ...each, state: each.state.filter((part) => !kept.includes(part)) });
    });
  }

  function restore(checkpoint: Checkpoint): void {
    const needed = programs.reduce((sum, { program }) => sum + program.state.length + program.memory.length, 0);
    if (checkpoint.arrays.length !== needed) {
      throw new RangeError(`the checkpoint holds ${checkpoint.arrays.length} arrays, the run needs ${needed}`);
    }
    const arrays = [...checkpoint.arrays];
    for (const { program } of programs) {
      const take = (like: { readonly length: number }[]): readonly Float32Array[] =>
        arrays.splice(0, like.length).map((values, index) => {
          if (values.length !== like[index]?.length)
            throw new RangeError(`an array of the checkpoint has ${values.length} numbers, not ${like[index]?.length}`);
          // A copy: some backends keep a reference to the array until it is first used.
          return Float32Array.from(values);
        });
      const shapesOf = program.state.map((part) => part.shape);
      const state = take(program.state.map((part) => ({ length: part.size })));
      const memory = take([...program.memory]);
      program.restore(
        state.map((values, index) => tensor(values, shapesOf[index])),
        memory,
      );
    }
    step = checkpoint.step;
    applyPhases();
  }

  /** What the timeline and live changes put in force at the present step. */
  function applyPhases(): void {
    phases = phasesAt(spec, data.tasks, step, adjustments);
    for (const { group, program } of programs) program.applyPhases(phasesOf(group, phases));
  }

  /** Live changes act before the step that follows, events upon arriving at theirs. */
  function isChangeDue(): boolean {
    return adjustments.some((change) => change.step === step);
  }

  function advanceOne(): Promise<void> | undefined {
    if (step > 0 && isChangeDue()) applyPhases();
    const waits = programs.flatMap(({ program }) => program.advance(step) ?? []);
    step++;
    const arrive = hasEvents(phases, step) ? arriveAt : null;
    if (waits.length === 0) return arrive?.();
    return Promise.all(waits).then(() => arrive?.());
  }

  async function arriveAt(): Promise<void> {
    for (const program of programs) await rewriteRows(program, step);
    applyPhases();
  }

  /** Losses of step 0, also in a resumed run, so that it is judged like an uninterrupted one. */
  async function boundsOf(index: number, measuredNow: Float32Array): Promise<Float32Array> {
    const known = firstLosses[index];
    if (known) return known;
    const theta = beginning?.[index]?.state[0];
    const losses =
      step === 0 || !theta ? measuredNow : await (programs[index]?.evaluator.trainLosses(theta) ?? measuredNow);
    firstLosses[index] = losses;
    return losses;
  }

  function nextEvaluation(): number {
    const { every } = spec.evaluation;
    return Math.min(spec.training.steps, (Math.floor(step / every) + 1) * every);
  }

  interface Suspect {
    readonly lanes: LaneProgram;
    readonly bounds: Float32Array;
    readonly found: Culprit;
  }

  /** Replays from the last good state, one step at a time, to the first that is out of bounds, and throws its error. */
  async function throwExactly({ lanes, bounds, found }: Suspect): Promise<never> {
    const end = step;
    if (good) {
      programs.forEach(({ program }, index) => {
        const held = good?.held[index];
        if (held) program.restore(held.state, held.memory);
      });
      step = good.step;
      applyPhases();
      while (step < end) {
        await advanceOne();
        const theta = lanes.program.state[0];
        if (!theta) break;
        const losses = await lanes.evaluator.trainLosses(theta);
        const seen = findDiverged(losses, bounds, await readBack(theta.clone()));
        if (seen) throw divergenceError(spec, lanes.group, data.tasks, step, seen);
      }
    }
    throw divergenceError(spec, lanes.group, data.tasks, end, found);
  }

  return {
    facts: {
      spec,
      tasks: shapes,
      parameters: parameterCounts(spec),
      layerUnits: widestLayers(spec, programs),
      fromStep: step,
    },
    get step() {
      return step;
    },
    get nextEvaluation() {
      return nextEvaluation();
    },
    async advance(steps) {
      const end = Math.min(step + steps, nextEvaluation());
      const before = step;
      // Without anything to wait for, all steps have been taken when this returns.
      while (step < end) {
        const waiting = advanceOne();
        if (waiting) await waiting;
      }
      return step - before;
    },
    async settle() {
      const backend = getBackend();
      if (backend === 'cpu' || backend === 'wasm') return;
      for (const { program } of programs) {
        const theta = program.state[0];
        // Reading one number waits for everything queued before it, on either GPU backend.
        if (theta) await readBack(tidy(() => slice(theta, [0, 0], [1, 1])));
      }
    },
    async evaluate() {
      const parts = [];
      for (const [index, lanes] of programs.entries()) {
        const theta = lanes.program.state[0];
        if (!theta) throw new RangeError('the cohort has no weights');
        const measured = await lanes.evaluator.evaluate(theta, step);
        const { trainLoss } = measured.evaluation;
        const bounds = await boundsOf(index, trainLoss);
        const found = findDiverged(trainLoss, bounds, measured.theta);
        if (found) await throwExactly({ lanes, bounds, found });
        parts.push({ group: lanes.group, evaluation: measured.evaluation });
      }
      if (beginning) releaseAll(beginning);
      beginning = null;
      const before = good;
      good = { step, held: holdAll() };
      if (before) releaseAll(before.held, good.held);
      return mergeEvaluations(spec, parts);
    },
    async checkpoint() {
      const arrays: Float32Array[] = [];
      for (const { program } of programs) {
        const state = await Promise.all(program.state.map((part) => readBack(part.clone())));
        arrays.push(...state, ...program.memory.map((values) => values.slice()));
      }
      return { step, arrays, backend: engine().backendName as BackendName };
    },
    adjust(change) {
      const adjustment: Adjustment = { ...change, step };
      const earlier = adjustments;
      adjustments = [...adjustments, adjustment];
      try {
        applyPhases();
      } catch (error) {
        adjustments = earlier;
        throw error;
      }
      return adjustment;
    },
    dispose() {
      for (const { program, evaluator } of programs) {
        program.dispose();
        evaluator.dispose();
      }
    },
  };
}

/** Units of each layer of a tower: the widest group's, so that every group's towers can be drawn on one grid. */
function widestLayers(spec: ExperimentSpec, programs: readonly LaneProgram[]): readonly number[] {
  const widths = programs.flatMap(({ layout }) => (layout ? [layout.layers.map((layer) => layer.outputs)] : []));
  return Array.from({ length: layerCount(spec.model) }, (_, layer) => {
    return Math.max(0, ...widths.map((units) => units[layer] ?? 0));
  });
}
