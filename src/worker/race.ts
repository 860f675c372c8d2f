/** Which of two engines trains these networks faster: measured on themselves, shortly, as the run will train them. */
import type { OpenedBackend } from '../engine/openBackend';
import type { ExperimentSpec } from '../spec/experiment';
import type { BackendName, RaceResult } from '../training/events';
import type { Trainer } from '../training/trainer';
import { createBurstPipeline } from './burstPipeline';
import { createBurstSizer } from './burstSizer';
import type { CreateTrainer } from './hostOptions';

/** Turns are taken, so that whatever else the machine does slows all of them. The first turn warms up and is not counted. */
const TURNS = 5;
const TURN_MS = 30;
/** Modules are compiled and shaders built within the first bursts, which may take far longer than a turn. */
const WARM_UP_BURSTS = 4;
/** Nothing is measured and nothing ends within the race, however short the run is. */
const ENDLESS = 1_000_000_000;

export interface RaceOptions {
  readonly createTrainer: CreateTrainer;
  /** Milliseconds, monotonic. */
  readonly now: () => number;
  /** Lets everything else on this thread have its turn. */
  readonly yield: () => Promise<void>;
}

/**
 * Trains the experiment's networks on every backend in turns, about 150 ms each, and counts the steps that were completed.
 * The networks are thrown away. One that fails, or is lost, has reached 0 steps per second; nothing is thrown.
 * @param isGivenUp asked between turns; the results of a race that was given up mean nothing
 * @returns one result per backend, in their order
 */
export async function race(
  backends: readonly OpenedBackend[],
  spec: ExperimentSpec,
  options: RaceOptions,
  isGivenUp: () => boolean,
): Promise<readonly RaceResult[]> {
  const endless: ExperimentSpec = {
    ...spec,
    training: { ...spec.training, steps: ENDLESS },
    evaluation: { ...spec.evaluation, every: ENDLESS },
  };
  const runners = backends.map((backend) => createRunner(backend, endless, options));
  for (let turn = 0; turn <= TURNS; turn += 1) {
    for (const runner of runners) {
      if (isGivenUp()) break;
      await runner.run(turn > 0);
      await options.yield();
    }
  }
  for (const runner of runners) await runner.leave();
  return runners.map((runner) => runner.result());
}

/** Who won: the fastest, of equals the first, of none that moved the first. */
export function winnerOf(results: readonly RaceResult[]): BackendName | null {
  const best = Math.max(...results.map((result) => result.stepsPerSecond));
  return results.find((result) => result.stepsPerSecond === best)?.backend ?? null;
}

interface Runner {
  run(counts: boolean): Promise<void>;
  leave(): Promise<void>;
  result(): RaceResult;
}

function createRunner(backend: OpenedBackend, spec: ExperimentSpec, { createTrainer, now }: RaceOptions): Runner {
  const { name, rowPrograms } = backend;
  let trainer: Trainer | null = null;
  let failed = false;
  let steps = 0;
  let milliseconds = 0;
  let sizer = createBurstSizer();

  const guarded = async (work: () => Promise<void>): Promise<void> => {
    try {
      // The other one had its turn: what is current in TensorFlow.js may be its.
      await backend.prepare?.(spec);
      await work();
      failed ||= backend.isLost();
    } catch {
      failed = true;
    }
  };

  const runTurn = async (counts: boolean): Promise<void> => {
    trainer ??= await createTrainer(spec, { backend: name, ...(rowPrograms && { rowPrograms }) });
    const pipeline = createBurstPipeline(trainer, sizer, now);
    const start = now();
    let bursts = 0;
    while (now() - start < TURN_MS || (!counts && bursts < WARM_UP_BURSTS)) {
      await pipeline.launch(Infinity);
      bursts += 1;
    }
    await pipeline.drain();
    if (counts) {
      steps += pipeline.completed;
      milliseconds += now() - start;
    } else {
      // What was learnt of slow first steps is not true of those that follow.
      sizer = createBurstSizer();
    }
  };

  return {
    run: async (counts) => {
      if (!failed) await guarded(() => runTurn(counts));
    },
    leave: () => guarded(async () => trainer?.dispose()),
    result: () => {
      const stepsPerSecond = failed || milliseconds === 0 ? 0 : (1000 * steps) / milliseconds;
      return { backend: name, stepsPerSecond };
    },
  };
}
