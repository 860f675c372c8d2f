/**
 * The only things that leave the training side. A run is a stream of these, a record is their fold
 * (`record/foldRun.ts`), so a run can be recorded, replayed, scrubbed, compared and tested without training.
 *
 * Shapes: L lanes, T tasks, D layers, Q = T(T-1)/2 task pairs ordered (0,1),(0,2)..(1,2).., U units of a tower.
 */
import type { ExperimentSpec } from '../spec/experiment';
import type { TaskShape } from '../spec/taskShape';

/**
 * What computes. `wgsl` and `simd` take whole fused steps (WebGPU shaders, WebAssembly SIMD); the others go operation by
 * operation through TensorFlow.js.
 */
export type BackendName = 'wgsl' | 'simd' | 'webgpu' | 'webgl' | 'wasm' | 'cpu';

/** One line of the story "which backend and why". `reason` is a catalogue key (`backend.reason.<reason>`). */
export interface BackendTrial {
  readonly backend: BackendName;
  readonly outcome: 'chosen' | 'refused' | 'skipped';
  readonly reason:
    | 'forced'
    | 'first-that-passes'
    /** Two engines raced on the run's own networks. */
    | 'fastest'
    | 'slower'
    /** The run had begun on it: it goes on there, without a race. */
    | 'begun-there'
    | 'missing'
    | 'software-adapter'
    | 'self-test-failed'
    | 'lost'
    | 'timeout'
    | 'not-asked'
    | 'error';
  /** Technical detail for the details box (adapter name, largest deviation ...); not translated. */
  readonly detail: string;
}

/** What one engine reached on the run's own networks before the run began. */
export interface RaceResult {
  readonly backend: BackendName;
  /** Lockstep steps per second, completed; 0 when it failed. */
  readonly stepsPerSecond: number;
}

/** Networks that a fused engine leaves to TensorFlow.js. `why` is a catalogue key (`lab:tensorLanes.<why>`). */
export interface TensorLanes {
  readonly lanes: number;
  /** `mixing`: their layers mix activations; `unfused`: the engine has no fused step for their settings. */
  readonly why: 'mixing' | 'unfused';
}

export interface BackendReport {
  readonly backend: BackendName;
  readonly trials: readonly BackendTrial[];
  /** One per engine, when two came into question. */
  readonly race?: readonly RaceResult[];
  /** Left out where a fused engine leaves nothing to TensorFlow.js, and where everything goes through it. */
  readonly tensorLanes?: readonly TensorLanes[];
}

/** Measurements at one step. Every array is per lane, C order; NaN never occurs (divergence stops the run first). */
export interface Evaluation {
  readonly step: number;
  /** [L*T] mean loss on the whole split. */
  readonly trainLoss: Float32Array;
  readonly validationLoss: Float32Array;
  readonly testLoss: Float32Array;
  /** [L*T] accuracy or relative error, as `TaskShape.score` says. */
  readonly validationScore: Float32Array;
  readonly testScore: Float32Array;
  /** Distances, cosines and gradients are zero for networks that mix activations: they have no rows to compare. */
  /** [L*D] mean over task pairs of |theta_s - theta_t| of the layer (weights and biases). Layers with unequal outputs compare the common columns only. */
  readonly distance: Float32Array;
  /** [L*D] the same divided by sqrt((|theta_s|^2 + |theta_t|^2) / 2): 0 .. 2, sqrt(2) = unrelated. */
  readonly relativeDistance: Float32Array;
  /** [L*D] mean cosine between the two tasks' parameters of the layer. */
  readonly weightCosine: Float32Array;
  /** [L*T] norm of the full-batch gradient on the trunk columns; empty when `evaluation.gradients` is false. */
  readonly gradientNorm: Float32Array;
  /** [L*Q] cosine between task gradients on the trunk columns; empty when `evaluation.gradients` is false. */
  readonly gradientCosine: Float32Array;
  /** [points*arms * T * U] root-mean-square incoming weight of each unit, first seed only; what the towers are drawn from. */
  readonly units: Float32Array;
  /** [L*T] weights that the balancing method gave the tasks in the newest step; empty when no arm balances. */
  readonly taskWeight: Float32Array;
  /** [L*M] mixing weights and mean gates, as `spec/mixedReadout.ts` describes them; empty without such arms. */
  readonly mixing: Float32Array;
  /** [L*T*T] Z[i*T+j]: part of task j's loss that a step on task i removes (TAG); empty unless asked for. */
  readonly affinity: Float32Array;
  /** [L] accuracy of a fresh linear probe that reads the task from the shared features; empty without such arms. */
  readonly probe: Float32Array;
  /** [L*T*2] where each row stands on the landscape; empty elsewhere. */
  readonly position: Float32Array;
  /** [L*11] mean test score of the last two tasks with their trunk on the line between their trunks; empty unless asked for. */
  readonly interpolation: Float32Array;
  /** [points*arms * d * units] weights of the first layer, first task, first seed; empty unless asked for. */
  readonly firstLayer: Float32Array;
  /** [points*arms * T * 12] predicted class (or 0, 1; or the value) of the first test rows, first seed; empty unless asked for. */
  readonly predictions: Float32Array;
}

export type EvaluationArray = Exclude<keyof Evaluation, 'step'>;

/** What each array counts first: networks, or settings (point and arm). */
export const EVALUATION_ARRAYS = {
  trainLoss: 'lane',
  validationLoss: 'lane',
  testLoss: 'lane',
  validationScore: 'lane',
  testScore: 'lane',
  distance: 'lane',
  relativeDistance: 'lane',
  weightCosine: 'lane',
  gradientNorm: 'lane',
  gradientCosine: 'lane',
  units: 'setting',
  taskWeight: 'lane',
  mixing: 'lane',
  affinity: 'lane',
  probe: 'lane',
  position: 'lane',
  interpolation: 'lane',
  firstLayer: 'setting',
  predictions: 'setting',
} as const satisfies Readonly<Record<EvaluationArray, 'lane' | 'setting'>>;

/** Points on the line between two trunks, ends included. */
export const LINE_POINTS = 11;

/** Test rows whose predictions are kept. */
export const SHOWN_ROWS = 12;

/** An evaluation, array by array. */
export function buildEvaluation(step: number, array: (name: EvaluationArray) => Float32Array): Evaluation {
  return {
    step,
    trainLoss: array('trainLoss'),
    validationLoss: array('validationLoss'),
    testLoss: array('testLoss'),
    validationScore: array('validationScore'),
    testScore: array('testScore'),
    distance: array('distance'),
    relativeDistance: array('relativeDistance'),
    weightCosine: array('weightCosine'),
    gradientNorm: array('gradientNorm'),
    gradientCosine: array('gradientCosine'),
    units: array('units'),
    taskWeight: array('taskWeight'),
    mixing: array('mixing'),
    affinity: array('affinity'),
    probe: array('probe'),
    position: array('position'),
    interpolation: array('interpolation'),
    firstLayer: array('firstLayer'),
    predictions: array('predictions'),
  };
}

export interface Checkpoint {
  /** Steps already taken. */
  readonly step: number;
  /** theta [L,T,P], then the optimizer's slots in order (momentum: v; adam: m, v), each L*T*P floats. */
  readonly arrays: readonly Float32Array[];
  readonly backend: BackendName;
}

/** A live change of an arm, effective from `step` on. Kept in the record and replayed after a crash. */
export interface Adjustment {
  readonly step: number;
  readonly arm: string;
  readonly learningRate?: number;
  readonly lambda?: number;
  readonly taskWeights?: readonly number[];
}

/** Catalogue keys are `failure.<code>`; `params` fill the placeholders. */
export interface Failure {
  readonly code: 'diverged' | 'no-backend' | 'out-of-memory' | 'crashed' | 'bad-command';
  readonly params: Readonly<Record<string, string | number>>;
  /** Stack or message for the details box. */
  readonly detail: string;
}

export interface Prepared {
  readonly type: 'prepared';
  readonly spec: ExperimentSpec;
  readonly backend: BackendReport;
  readonly tasks: readonly TaskShape[];
  /** [arms] exact number of trainable numbers of one network under that arm. */
  readonly parameters: readonly number[];
  /** Units per layer of a tower, in order (trunk, head, widest output); sums to U. */
  readonly layerUnits: readonly number[];
  readonly fromStep: number;
}

export type RunEvent =
  | Prepared
  | { readonly type: 'evaluated'; readonly evaluation: Evaluation }
  | { readonly type: 'checkpoint'; readonly checkpoint: Checkpoint }
  | { readonly type: 'adjusted'; readonly adjustment: Adjustment }
  /** Liveliness: the step reached and the completed steps per second of the last stretch (lockstep steps; times L for network-steps). */
  | { readonly type: 'progress'; readonly step: number; readonly stepsPerSecond: number; readonly running: boolean }
  | { readonly type: 'finished'; readonly step: number }
  /** The engine was lost and restored; `step` is where it goes on. */
  | { readonly type: 'recovered'; readonly step: number; readonly reason: string }
  | { readonly type: 'failed'; readonly step: number; readonly failure: Failure };
