/** Trains in bursts and obeys between them. Nothing is read back from the device inside a burst. */
import type { RunEvent } from '../training/events';
import type { Trainer } from '../training/trainer';
import { createBurstPipeline } from './burstPipeline';
import { createBurstSizer } from './burstSizer';
import { createCheckpointKeeper } from './checkpointKeeper';
import type { EventOutbox } from './eventOutbox';
import type { Orders } from './orders';
import { createPaceLimiter } from './paceLimiter';
import { BadCommandError } from './runFailure';
import { createSpeedometer } from './speedometer';
import type { Waiting } from './waiting';

const PROGRESS_EVERY_MS = 100;

export interface LoopOptions {
  readonly trainer: Trainer;
  readonly orders: Orders;
  readonly outbox: EventOutbox;
  readonly waiting: Waiting;
  /** Last step of the run. */
  readonly total: number;
  /** Train on to this step before obeying. */
  readonly replayTo: number;
  /** Measure and announce the step at which the loop starts. */
  readonly evaluateFirst: boolean;
  readonly checkpointEvery: number;
  readonly now: () => number;
  readonly yield: () => Promise<void>;
  /** Called after every read-back. @throws when the numbers read are worth nothing because the device is gone. */
  readonly assertAlive: () => void;
  /** Called after every piece of work, with its duration in ms. */
  readonly onWork: (milliseconds: number) => void;
}

/** Resolves when the orders say `closed`. @throws DivergenceError, BadCommandError, or whatever the trainer throws. */
export async function trainingLoop(options: LoopOptions): Promise<void> {
  const { trainer, orders, outbox, waiting, total, now, assertAlive } = options;
  const replayTo = Math.min(options.replayTo, total);
  const sizer = createBurstSizer();
  const pipeline = createBurstPipeline(trainer, sizer, now);
  const pace = createPaceLimiter();
  const keeper = createCheckpointKeeper(trainer, options.checkpointEvery, now);
  const speedometer = createSpeedometer(now);
  const from = trainer.step;
  let active = false;
  let evaluated = options.evaluateFirst ? -1 : from;
  let progressDue = 0;

  const add = (event: RunEvent): void => outbox.add(event);

  const tellProgress = (running: boolean): void => {
    const { completed } = pipeline;
    progressDue = now() + PROGRESS_EVERY_MS;
    add({ type: 'progress', step: from + completed, stepsPerSecond: speedometer.read(completed), running });
  };

  const evaluate = async (): Promise<void> => {
    await pipeline.drain();
    if (evaluated === trainer.step) return;
    const evaluation = await trainer.evaluate();
    assertAlive();
    evaluated = trainer.step;
    add({ type: 'evaluated', evaluation });
  };

  const save = async (): Promise<void> => {
    await pipeline.drain();
    const checkpoint = await keeper.take();
    assertAlive();
    if (checkpoint !== null) add({ type: 'checkpoint', checkpoint });
  };

  const applyChanges = (): void => {
    const rate = orders.takePace();
    if (rate !== undefined) pace.set(rate, now());
    for (const change of orders.takeChanges()) {
      try {
        add({ type: 'adjusted', adjustment: trainer.adjust(change) });
      } catch (error) {
        if (error instanceof RangeError) throw new BadCommandError(error.message);
        throw error;
      }
    }
  };

  /** The pause is told before anything slow is done. */
  const rest = async (): Promise<void> => {
    if (active) {
      active = false;
      await pipeline.drain();
      tellProgress(false);
      outbox.flush();
      await save();
      outbox.flush();
    } else {
      await waiting.wait(outbox.dueIn());
    }
  };

  const arrive = async (): Promise<void> => {
    const asked = orders.arrive();
    if (asked || trainer.step >= total) await evaluate();
    if (trainer.step < total) return;
    await save();
    active = false;
    tellProgress(false);
    add({ type: 'finished', step: trainer.step });
    outbox.flush();
  };

  const train = async (goal: number, replaying: boolean): Promise<void> => {
    const wait = replaying ? 0 : pace.wait(now());
    if (wait > 0) {
      await waiting.wait(Math.min(wait, outbox.dueIn() ?? wait));
      return;
    }
    if (!active) {
      active = true;
      speedometer.start(pipeline.completed);
      keeper.start();
      tellProgress(true);
    }
    const evaluationDue = trainer.nextEvaluation;
    const limit = Math.min(goal - trainer.step, replaying ? Infinity : pace.allowed(now()));
    const taken = await pipeline.launch(limit);
    if (!replaying) pace.spend(taken);
    orders.reach(trainer.step);
    if (trainer.step >= evaluationDue) await evaluate();
    if (keeper.isDue) await save();
    if (now() >= progressDue) tellProgress(true);
    await options.yield();
  };

  if (options.evaluateFirst) await evaluate();
  outbox.flush();
  while (!orders.isClosed()) {
    if (orders.problem !== null) throw new BadCommandError(orders.problem);
    const replaying = trainer.step < replayTo;
    if (!replaying) applyChanges();
    const goal = replaying ? replayTo : orders.goal;
    const begin = now();
    const idle = goal === null && !active;
    if (goal === null) await rest();
    else if (trainer.step >= goal) await arrive();
    else await train(goal, replaying);
    outbox.flushIfDue();
    options.onWork(idle ? 0 : now() - begin);
  }
}
