/** A trainer without tensors, for tests: its state depends on every step, every adjustment and their order. */
import { PLAIN_ARM, PLAIN_POINT } from '../../spec/plain';
import { laneCount, type ExperimentSpec } from '../../spec/experiment';
import type { Adjustment, Checkpoint, Evaluation } from '../../training/events';
import { DivergenceError, type Trainer } from '../../training/trainer';
import type { CreateTrainer } from '../hostOptions';

export interface FakeTrainerOptions {
  /** Called for every step; may spin a fake clock or throw. */
  readonly onStep?: (step: number) => void;
  /** Told with +1 when a trainer is built, -1 when it is freed. */
  readonly onCount?: (change: number) => void;
  /** What `settle` waits for. */
  readonly settle?: () => Promise<void>;
  /** `evaluate` diverges from this step on. */
  readonly divergesAt?: number;
}

const WIDTH = 7;

export function createFakeTrainerFactory(options: FakeTrainerOptions = {}): CreateTrainer {
  return (spec, from) => fakeTrainer(spec, from.checkpoint ?? null, from.adjustments ?? [], options);
}

function fakeTrainer(
  spec: ExperimentSpec,
  checkpoint: Checkpoint | null,
  earlier: readonly Adjustment[],
  options: FakeTrainerOptions,
): Trainer {
  const state = Float32Array.from(checkpoint?.arrays[0] ?? new Float32Array(WIDTH).fill(0.5));
  let step = checkpoint?.step ?? 0;
  let rate = 0.1;
  const planned = [...earlier].sort((a, b) => a.step - b.step);
  const { every } = spec.evaluation;
  const total = spec.training.steps;
  options.onCount?.(1);

  const applyPlanned = (): void => {
    while (planned[0] !== undefined && planned[0].step <= step) rate = planned.shift()?.learningRate ?? rate;
  };
  const nextEvaluation = (): number => Math.min(total, (Math.floor(step / every) + 1) * every);
  /** Chaotic on purpose: one step too many or in another order changes every digit. */
  const takeStep = (): void => {
    applyPlanned();
    options.onStep?.(step);
    state.forEach((value, index) => {
      const neighbour = state[(index + 1) % WIDTH] ?? 0;
      state[index] = 3.7 * value * (1 - value) * (1 - 0.01 * rate) + 0.001 * neighbour * Math.sin(step);
    });
    step += 1;
  };

  return {
    facts: {
      spec,
      tasks: [{ name: 'fake', loss: 'mse', outputs: 1, score: 'relativeError' }],
      parameters: spec.arms.map(() => WIDTH),
      layerUnits: [WIDTH],
      fromStep: step,
    },
    get step() {
      return step;
    },
    get nextEvaluation() {
      return nextEvaluation();
    },
    async advance(steps) {
      const until = Math.min(step + steps, nextEvaluation(), total);
      const taken = until - step;
      while (step < until) takeStep();
      return taken;
    },
    settle: options.settle ?? (() => Promise.resolve()),
    async evaluate(): Promise<Evaluation> {
      if (options.divergesAt !== undefined && step >= options.divergesAt) {
        throw new DivergenceError({ step, lane: 0, arm: 'alone', seed: 7, task: 0 }, 'loss', Infinity);
      }
      const empty = new Float32Array(0);
      return {
        ...{ step, trainLoss: state.slice(), validationLoss: empty, testLoss: empty, validationScore: empty },
        ...{ testScore: empty, distance: empty, relativeDistance: empty, weightCosine: empty, gradientNorm: empty },
        ...{ gradientCosine: empty, units: new Float32Array(laneCount(spec)), taskWeight: empty, mixing: empty },
        ...{
          affinity: empty,
          probe: empty,
          position: empty,
          interpolation: empty,
          firstLayer: empty,
          predictions: empty,
        },
      };
    },
    checkpoint: async () => ({ step, arrays: [state], backend: 'cpu' }),
    adjust(change) {
      if (!spec.arms.some((arm) => arm.id === change.arm)) throw new RangeError(`arm: ${change.arm} is unknown`);
      applyPlanned();
      rate = change.learningRate ?? rate;
      return { ...change, step };
    },
    dispose: () => options.onCount?.(-1),
  };
}

/** A spec of the given length for the fake trainer; its data are never drawn. */
export function fakeSpec(steps: number, every: number): ExperimentSpec {
  return {
    version: 1,
    points: [{ ...PLAIN_POINT, value: null, tasks: { source: 'penguins', tasks: ['sex'], labelled: [null] } }],
    arms: [{ id: 'alone', scheme: { kind: 'alone' }, learningRate: 0.1, taskWeights: [1], ...PLAIN_ARM }],
    seeds: [7],
    model: { trunk: [{ units: 2, activation: 'relu' }], head: [], headStart: 'own' },
    training: { steps, batch: null, optimizer: { kind: 'sgd' }, schedule: { kind: 'constant' } },
    evaluation: { every, gradients: false, probes: [] },
  };
}
