import { createRequire } from 'node:module';
import { enableProdMode } from '@tensorflow/tfjs-core';
import { describe, expect, it } from 'vitest';
import { openCpu } from '../engine/cpu';
import { GOLDEN_SPEC } from '../engine/goldenSpec';
import { openWasm } from '../engine/wasm';
import { createStream } from '../numeric/random';
import type { RunRecord } from '../record/runRecord';
import type { ExperimentSpec, OptimizerSpec } from '../spec/experiment';
import { createTrainer } from '../training/createTrainer';
import type { Checkpoint } from '../training/events';
import { createEventRecorder } from './testing/eventRecorder';
import { createFakeBackend } from './testing/fakeBackend';
import { createFakeWorker, type FakeWorker } from './testing/fakeWorker';
import type { CreateTrainer } from './hostOptions';
import { createWorkerEngine } from './workerEngine';

const WASM = '@tensorflow/tfjs-backend-wasm/dist/tfjs-backend-wasm';
const { resolve } = createRequire(import.meta.url);
const wasmPaths = { plain: resolve(`${WASM}.wasm`), simd: resolve(`${WASM}-simd.wasm`) };

const STEPS = 24;
const spec = (optimizer: OptimizerSpec): ExperimentSpec => ({
  ...GOLDEN_SPEC,
  seeds: [4_294_967_295],
  training: { ...GOLDEN_SPEC.training, steps: STEPS, optimizer },
  evaluation: { every: 6, gradients: true, probes: [] },
});
const ADAM: OptimizerSpec = { kind: 'adam', beta1: 0.9, beta2: 0.999, epsilon: 1e-7 };
const MOMENTUM: OptimizerSpec = { kind: 'momentum', momentum: 0.9 };

interface Outcome {
  readonly record: RunRecord;
  readonly last: Checkpoint;
  readonly workers: number;
}

/** The run with live changes; its first worker is killed in the middle of a burst when it has taken `deathAt` steps. */
async function play(optimizer: OptimizerSpec, deathAt: number | null): Promise<Outcome> {
  const workers: FakeWorker[] = [];
  const mortal: CreateTrainer = (wanted, from) => {
    const trainer = createTrainer(wanted, from);
    const advance = async (steps: number): Promise<number> => {
      const left = deathAt === null || workers.length > 1 ? Infinity : deathAt - trainer.step;
      const taken = await trainer.advance(Math.min(steps, left));
      if (taken === left) kill(workers[0]);
      return taken;
    };
    return new Proxy(trainer, {
      get: (real, name): unknown => (name === 'advance' ? advance : Reflect.get(real, name)),
    });
  };
  const engine = createWorkerEngine(() => {
    const worker = createFakeWorker({ createTrainer: mortal, openBackend: async () => createFakeBackend() });
    workers.push(worker);
    return worker;
  });
  const recorder = createEventRecorder(engine);
  engine.open(spec(optimizer), {
    backend: null,
    adjustments: [
      { step: 5, arm: 'soft', lambda: 0.5 },
      { step: 15, arm: 'hard', learningRate: 0.02, taskWeights: [1, 1, 0.5] },
    ],
  });
  engine.run();
  await recorder.until((event) => event.type === 'finished');
  const last = recorder.events.findLast((event) => event.type === 'checkpoint');
  engine.close();
  if (last?.type !== 'checkpoint') throw new Error('nothing was saved');
  return { record: recorder.record(), last: last.checkpoint, workers: workers.length };
}

function kill(worker: FakeWorker | undefined): void {
  const tell = worker?.onerror;
  worker?.kill();
  tell?.({ message: 'killed', preventDefault: () => undefined } as ErrorEvent);
}

describe.each([
  ['cpu', ADAM, openCpu],
  ['wasm', ADAM, () => openWasm({ forced: true, wasmPaths })],
  ['wasm', MOMENTUM, () => openWasm({ forced: true, wasmPaths })],
] as const)('on %s with %o', (_name, optimizer, open) => {
  it('a run killed at 50 random steps ends with the same weights, moments and measurements, bit for bit', async () => {
    enableProdMode();
    await open();
    const expected = await play(optimizer, null);
    const random = createStream(11, 'resampling');
    for (let death = 0; death < 50; death += 1) {
      const at = 1 + Math.floor(random.uniform(death) * (STEPS - 1));
      const outcome = await play(optimizer, at);
      expect(outcome.workers).toBe(2);
      expect(outcome.last.step).toBe(STEPS);
      expect(outcome.record.recoveries).toBe(1);
      expect(outcome.last.arrays, `killed at step ${at}`).toEqual(expected.last.arrays);
      expect(outcome.record.evaluations).toEqual(expected.record.evaluations);
    }
  }, 300_000);
});
