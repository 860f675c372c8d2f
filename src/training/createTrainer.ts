/**
 * A trainer of one experiment, on fused programs where they are given, else on the TensorFlow.js backend that is current:
 * draws the data, builds the programs of its lanes, goes on from a checkpoint if there is one. Everything a run is made of follows from the spec, the step and the
 * live changes, so a resumed run equals an uninterrupted one.
 */
import { getBackend } from '@tensorflow/tfjs-core';
import { parameterCounts } from '../spec/parameterCount';
import { layerCount, type ExperimentSpec } from '../spec/experiment';
import { drawCohortData } from './cohortData';
import { divergenceError, findDiverged, type Culprit } from './divergence';
import type { Adjustment, BackendName, Checkpoint } from './events';
import { createLandscapeTrainer } from './landscape/createLandscapeTrainer';
import { createLanePrograms, phasesOf, type LaneProgram } from './laneProgram';
import { mergeEvaluations } from './mergeEvaluations';
import { phasesAt } from './phase';
import type { Held } from './program';
import { hasEvents, rewriteRows } from './rewriteRows';
import type { RowPrograms } from './rowPrograms';
import type { Trainer } from './trainer';

export interface TrainerOptions {
  readonly checkpoint?: Checkpoint;
  /** Live changes already made, replayed at their steps. */
  readonly adjustments?: readonly Adjustment[];
  /** A fused engine for groups of rows. */
  readonly rowPrograms?: RowPrograms;
  /** What computes, to be named in checkpoints; the current TensorFlow.js backend unless told. */
  readonly backend?: BackendName;
}

/** @throws RangeError when the checkpoint does not belong to the spec. */
export function createTrainer(spec: ExperimentSpec, options: TrainerOptions = {}): Trainer {
  if (spec.points[0]?.tasks.source === 'landscape') return createLandscapeTrainer(spec, options);
  const data = drawCohortData(spec);
  const shapes = (data.suites[0]?.tasks ?? []).map((task) => task.shape);
  let adjustments = options.adjustments ?? [];
  let step = 0;
  let phases = phasesAt(spec, data.tasks, 0, []);
  const programs = createLanePrograms(data, phases, options.rowPrograms);
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

  function releaseHeld(): void {
    for (const held of [...(beginning ?? []), ...(good?.held ?? [])]) held.release();
    beginning = null;
    good = null;
  }

  function restore(checkpoint: Checkpoint): void {
    const needed = programs.reduce((sum, { program }) => sum + program.lengths.length, 0);
    if (checkpoint.arrays.length !== needed) {
      throw new RangeError(`the checkpoint holds ${checkpoint.arrays.length} arrays, the run needs ${needed}`);
    }
    const arrays = [...checkpoint.arrays];
    for (const { program } of programs) {
      const own = arrays.splice(0, program.lengths.length);
      own.forEach((values, index) => {
        const length = program.lengths[index];
        if (values.length !== length)
          throw new RangeError(`an array of the checkpoint has ${values.length} numbers, not ${length}`);
      });
      program.restore(own);
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

  /** The first step after the present one at which an event or a live change waits. */
  function nextStop(): number {
    const events = spec.arms.flatMap((arm) => arm.timeline.map((event) => event.at));
    return Math.min(...[...events, ...adjustments.map((change) => change.step)].filter((at) => at > step));
  }

  /** Takes all steps up to `end`, between which nothing may wait. */
  function advanceTo(end: number): Promise<void> | undefined {
    if (step > 0 && isChangeDue()) applyPhases();
    const waits = programs.flatMap(({ program }) => program.advance(step, end - step) ?? []);
    step = end;
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
    const start = step === 0 ? undefined : beginning?.[index];
    const losses = (start && (await programs[index]?.evaluator.trainLosses(await start.theta()))) ?? measuredNow;
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
      for (const held of good.held) held.restore();
      step = good.step;
      applyPhases();
      while (step < end) {
        await advanceTo(step + 1);
        const theta = await lanes.program.theta();
        const seen = findDiverged(await lanes.evaluator.trainLosses(theta), bounds, theta);
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
        const waiting = advanceTo(Math.min(end, nextStop()));
        if (waiting) await waiting;
      }
      return step - before;
    },
    async settle() {
      await Promise.all(programs.flatMap(({ program }) => program.settle() ?? []));
    },
    async evaluate() {
      const parts = [];
      for (const [index, lanes] of programs.entries()) {
        const measured = await lanes.evaluator.evaluate(step);
        const { trainLoss } = measured.evaluation;
        const bounds = await boundsOf(index, trainLoss);
        const found = findDiverged(trainLoss, bounds, measured.theta);
        if (found) await throwExactly({ lanes, bounds, found });
        parts.push({ group: lanes.group, evaluation: measured.evaluation });
      }
      releaseHeld();
      good = { step, held: holdAll() };
      return mergeEvaluations(spec, parts);
    },
    async checkpoint() {
      const arrays = await Promise.all(programs.map(({ program }) => program.save()));
      return { step, arrays: arrays.flat(), backend: options.backend ?? (getBackend() as BackendName) };
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
      releaseHeld();
      for (const { program } of programs) program.dispose();
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
