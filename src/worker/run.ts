/** One run of the host: from the backend to the last freed tensor, and what is told when it goes wrong. */
import type { OpenedBackend } from '../engine/openBackend';
import { laneCount } from '../spec/experiment';
import type { RunEvent } from '../training/events';
import type { Trainer } from '../training/trainer';
import type { BackendShelf } from './backendShelf';
import type { EngineChoice } from './engineChoice';
import { createEventOutbox } from './eventOutbox';
import type { HostOptions } from './hostOptions';
import { createOrders } from './orders';
import type { Command, Fault, OpenCommand, Pulse } from './protocol';
import { describeError, failureOf } from './runFailure';
import { watchRowPrograms } from './tensorLanes';
import { trainingLoop } from './trainingLoop';
import { createWaiting } from './waiting';

const CHECKPOINT_EVERY_MS = 1000;
/** A read-back can fail before the device says that it is lost; so long is waited for the better explanation. */
const LOSS_GRACE_MS = 250;

export interface RunOptions extends Pick<HostOptions, 'createTrainer' | 'now' | 'yield' | 'checkpointEvery'> {
  readonly backends: BackendShelf;
  readonly chooseEngine: EngineChoice;
  readonly send: (events: readonly RunEvent[]) => void;
  readonly fault: (fault: Fault) => void;
}

export interface Run {
  readonly runId: number;
  /** Resolves when the run is closed, failed or broken, and its tensors are freed. Never rejects. */
  work(): Promise<void>;
  /** Obeyed between two bursts; before the cohort is built, remembered. */
  obey(command: Exclude<Command, { type: 'open' | 'ping' }>): void;
  /** A command that made no sense ends the run with `bad-command`. */
  refuse(problem: string): void;
  close(): void;
  pulse(): Pulse;
}

export function createRun(command: OpenCommand, options: RunOptions): Run {
  const { spec, checkpoint, replayTo, runId } = command;
  const total = spec.training.steps;
  const orders = createOrders(Math.max(checkpoint?.step ?? 0, replayTo), total);
  const waiting = createWaiting();
  const outbox = createEventOutbox(options.send, options.now);
  const pulse = { work: 0, longest: 0 };
  let backend: OpenedBackend | null = null;
  let trainer: Trainer | null = null;
  /** Until the loop starts, nothing has been promised to anybody. */
  let looping = false;

  const onWork = (milliseconds: number): void => {
    pulse.work += 1;
    pulse.longest = Math.max(pulse.longest, milliseconds);
  };

  const close = (): void => {
    orders.close();
    waiting.wake();
  };

  /** The last word of a run that went wrong. */
  const end = (tell: () => void): void => {
    if (orders.isClosed()) return;
    close();
    tell();
  };

  const tellFailure = (error: unknown): boolean => {
    const names = trainer?.facts.tasks.map((task) => task.name) ?? [];
    const failure = failureOf(error, names, laneCount(spec));
    if (failure === null) return false;
    end(() => {
      outbox.add({ type: 'failed', step: trainer?.step ?? checkpoint?.step ?? 0, failure });
      outbox.flush();
    });
    return true;
  };

  const tellFault = (fault: Fault): void =>
    end(() => {
      outbox.flush();
      options.fault(fault);
    });

  const watchLoss = async (opened: OpenedBackend): Promise<void> => {
    const loss = await opened.lost;
    if (loss.kind === 'out-of-memory') tellFailure(new Error(`out of memory: ${loss.detail}`));
    else tellFault({ kind: 'backend-lost', detail: loss.detail });
  };

  const build = async (opened: OpenedBackend): Promise<Trainer> => {
    const begin = options.now();
    await opened.prepare?.(spec);
    const fused = opened.rowPrograms && watchRowPrograms(spec, opened.rowPrograms);
    const built = await options.createTrainer(spec, {
      ...(checkpoint === null ? {} : { checkpoint }),
      adjustments: command.adjustments,
      ...(fused && { rowPrograms: fused.rowPrograms }),
      backend: opened.name,
    });
    const tensorLanes = fused?.tensorLanes() ?? [];
    const report = tensorLanes.length === 0 ? opened.report : { ...opened.report, tensorLanes };
    outbox.add({ type: 'prepared', ...built.facts, backend: report });
    onWork(options.now() - begin);
    return built;
  };

  const train = async (opened: OpenedBackend, built: Trainer): Promise<void> => {
    const { every } = spec.evaluation;
    // A resumed run measures where an uninterrupted one would have; a reopened one also shows where it stands.
    const onGrid = built.step % every === 0 || built.step === total;
    looping = true;
    await trainingLoop({
      ...{ trainer: built, orders, outbox, waiting, total, replayTo, onWork },
      evaluateFirst: onGrid || replayTo < built.step,
      checkpointEvery: options.checkpointEvery ?? CHECKPOINT_EVERY_MS,
      now: options.now,
      yield: options.yield,
      assertAlive: () => {
        if (opened.isLost()) throw new Error('the backend was lost during a read-back');
      },
    });
  };

  const explain = async (error: unknown): Promise<void> => {
    if (backend?.isLost() !== true && tellFailure(error)) return;
    if (backend !== null) {
      // `watchLoss` speaks first when there is a loss to tell of.
      await Promise.race([backend.lost, createWaiting().wait(LOSS_GRACE_MS)]);
      await Promise.resolve();
    }
    const kind = backend?.isLost() === true ? 'backend-lost' : 'exception';
    tellFault({ kind, detail: describeError(error) });
  };

  return {
    runId,
    async work() {
      try {
        if (orders.isClosed()) return;
        const opened = await options.backends.take(command.backend, command.banned);
        onWork(0);
        const isGivenUp = (): boolean => orders.isClosed();
        backend = await options.chooseEngine(opened, spec, checkpoint?.backend ?? null, isGivenUp);
        onWork(0);
        if (orders.isClosed()) return;
        void watchLoss(backend);
        trainer = await build(backend);
        if (orders.isClosed()) return;
        await train(backend, trainer);
      } catch (error) {
        await explain(error);
      } finally {
        dispose(trainer);
      }
    },
    obey(order) {
      orders.obey(order);
      waiting.wake();
    },
    refuse(problem) {
      orders.refuse(problem);
      waiting.wake();
    },
    close,
    pulse: () => ({ ...pulse, idle: orders.isClosed() || (looping && waiting.isWaiting) }),
  };
}

/** On a lost device freeing may fail as well; the worker is thrown away then, and its memory with it. */
function dispose(trainer: Trainer | null): void {
  try {
    trainer?.dispose();
  } catch {
    return;
  }
}
