/** A recording as a file: a run record in JSON, arrays as lists of numbers, dropped arrays left out. */
import * as z from 'zod/mini';
import type { Adjustment, BackendReport, EvaluationArray, Failure } from '../training/events';
import type { TaskShape } from '../spec/taskShape';
import { experimentSchema } from './experimentSchema';

// No code generation: the page's content security policy forbids `eval`.
z.config({ jitless: true });

const count = z.int().check(z.nonnegative());
const backend = z.enum(['wgsl', 'simd', 'webgpu', 'webgl', 'wasm', 'cpu']);

/** Checked in one loop: a recording holds some hundred thousand numbers. */
const numbers = z.custom<readonly number[]>(
  (value) => Array.isArray(value) && value.every((entry) => typeof entry === 'number' && Number.isFinite(entry)),
  'expected a list of finite numbers',
);

const backendReport: z.ZodMiniType<BackendReport> = z.strictObject({
  backend,
  trials: z.array(
    z.strictObject({
      backend,
      outcome: z.enum(['chosen', 'refused', 'skipped']),
      reason: z.enum([
        'forced',
        'first-that-passes',
        'fastest',
        'slower',
        'begun-there',
        'missing',
        'software-adapter',
        'self-test-failed',
        'lost',
        'timeout',
        'not-asked',
        'error',
      ]),
      detail: z.string(),
    }),
  ),
  race: z.exactOptional(z.array(z.strictObject({ backend, stepsPerSecond: z.number().check(z.nonnegative()) }))),
  tensorLanes: z.exactOptional(z.array(z.strictObject({ lanes: count, why: z.enum(['mixing', 'unfused']) }))),
});

const taskShape: z.ZodMiniType<TaskShape> = z.strictObject({
  name: z.string(),
  loss: z.enum(['mse', 'softmax', 'sigmoid']),
  outputs: z.int().check(z.positive()),
  score: z.enum(['accuracy', 'relativeError', 'value']),
});

const adjustment: z.ZodMiniType<Adjustment> = z.strictObject({
  step: count,
  arm: z.string(),
  learningRate: z.exactOptional(z.number()),
  lambda: z.exactOptional(z.number()),
  taskWeights: z.exactOptional(z.array(z.number())),
});

const failure: z.ZodMiniType<Failure> = z.strictObject({
  code: z.enum(['diverged', 'no-backend', 'out-of-memory', 'crashed', 'bad-command']),
  params: z.record(z.string(), z.union([z.string(), z.number()])),
  detail: z.string(),
});

const arrays = {
  trainLoss: z.exactOptional(numbers),
  validationLoss: z.exactOptional(numbers),
  testLoss: z.exactOptional(numbers),
  validationScore: z.exactOptional(numbers),
  testScore: z.exactOptional(numbers),
  distance: z.exactOptional(numbers),
  relativeDistance: z.exactOptional(numbers),
  weightCosine: z.exactOptional(numbers),
  gradientNorm: z.exactOptional(numbers),
  gradientCosine: z.exactOptional(numbers),
  units: z.exactOptional(numbers),
  taskWeight: z.exactOptional(numbers),
  mixing: z.exactOptional(numbers),
  affinity: z.exactOptional(numbers),
  probe: z.exactOptional(numbers),
  position: z.exactOptional(numbers),
  interpolation: z.exactOptional(numbers),
  firstLayer: z.exactOptional(numbers),
  predictions: z.exactOptional(numbers),
} satisfies Record<EvaluationArray, unknown>;

export const recordingSchema = z.strictObject({
  format: z.literal('sharelab-recording'),
  version: z.literal(1),
  spec: experimentSchema,
  backend: backendReport,
  tasks: z.readonly(z.array(taskShape)),
  parameters: z.readonly(z.array(count)),
  layerUnits: z.readonly(z.array(count)),
  adjustments: z.readonly(z.array(adjustment)),
  step: count,
  stepsPerSecond: z.number(),
  status: z.enum(['ready', 'running', 'paused', 'finished', 'failed']),
  failure: z.nullable(failure),
  recoveries: count,
  evaluations: z.array(z.strictObject({ step: count, ...arrays })),
});

export type Recording = z.infer<typeof recordingSchema>;
