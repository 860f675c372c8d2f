import type { Trainer } from '../training/trainer';
import type { BurstSizer } from './burstSizer';

/** Bursts queued on the device at the same time: one computes while the next is being recorded, no more. */
const IN_FLIGHT = 2;

/** Keeps a device busy without running ahead of it. On CPU backends a burst is done when it has been launched. */
export interface BurstPipeline {
  /** Steps that are known to be done. */
  readonly completed: number;
  /** Takes up to `limit` steps; resolves with how many when less than two bursts are in flight. */
  launch(limit: number): Promise<number>;
  /** Waits for everything in flight. */
  drain(): Promise<void>;
}

export function createBurstPipeline(trainer: Trainer, sizer: BurstSizer, now: () => number): BurstPipeline {
  const inFlight: Promise<void>[] = [];
  let completed = 0;
  let lastEnd = -Infinity;
  const finish = async (taken: number, start: number, settled: Promise<void>): Promise<void> => {
    await settled;
    const end = now();
    sizer.record(taken, end - Math.max(start, lastEnd));
    lastEnd = end;
    completed += taken;
  };
  const settle = async (left: number): Promise<void> => {
    while (inFlight.length > left) await inFlight.shift();
  };
  return {
    get completed() {
      return completed;
    },
    async launch(limit) {
      const start = now();
      const taken = await trainer.advance(Math.max(1, Math.min(limit, sizer.steps)));
      if (taken < 1) throw new Error('the trainer took no step');
      const burst = finish(taken, start, trainer.settle());
      // Awaited later; until then nobody listens, which is not the same as an error that nobody handles.
      burst.catch(() => undefined);
      inFlight.push(burst);
      await settle(IN_FLIGHT - 1);
      return taken;
    },
    drain: () => settle(0),
  };
}
