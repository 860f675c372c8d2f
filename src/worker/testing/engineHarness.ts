/** An engine on fake workers, and what its listeners hear; for tests. */
import { createEventRecorder, type Recorder } from './eventRecorder';
import { createFakeTrainerFactory, fakeSpec, type FakeTrainerOptions } from './fakeTrainer';
import { createFakeWorker, type FakeWorker, type FakeWorkerOptions } from './fakeWorker';
import { createInProcessEngine } from '../inProcessEngine';
import { createFakeBackend } from './fakeBackend';
import type { LabEngine } from '../labEngine';
import { createWorkerEngine } from '../workerEngine';

export interface EngineHarness extends Recorder {
  readonly engine: LabEngine;
  /** In the order of their spawning; the last one is in use. */
  readonly workers: readonly FakeWorker[];
  readonly current: FakeWorker;
}

/** @param more may see and drop every message of every worker */
export function setUpEngine(
  more: Omit<FakeWorkerOptions, 'createTrainer'> = {},
  trainer: FakeTrainerOptions = {},
): EngineHarness {
  const workers: FakeWorker[] = [];
  const engine = createWorkerEngine(() => {
    const worker = createFakeWorker({ ...more, createTrainer: createFakeTrainerFactory(trainer) });
    workers.push(worker);
    return worker;
  });
  return {
    ...createEventRecorder(engine),
    engine,
    workers,
    get current() {
      const worker = workers.at(-1);
      if (worker === undefined) throw new Error('no worker was spawned');
      return worker;
    },
  };
}

/** The same run without a worker, undisturbed. */
export async function undisturbed(steps: number, every: number, live?: (engine: LabEngine) => void): Promise<Recorder> {
  const engine = createInProcessEngine({
    createTrainer: createFakeTrainerFactory(),
    openBackend: async () => createFakeBackend(),
  });
  const recorder = createEventRecorder(engine);
  engine.open(fakeSpec(steps, every), { backend: null });
  live?.(engine);
  engine.run();
  await recorder.until((event) => event.type === 'finished');
  engine.close();
  return recorder;
}
