/** A hand-moved clock and an engine that only notes what it is told. */
import type { RunEvent } from '../training/events';
import type { LabEngine } from '../worker/labEngine';
import type { SessionClock } from './sessionClock';

export interface HandClock extends SessionClock {
  /** Moves time and shows one frame. */
  tick(milliseconds?: number): void;
  readonly waiting: number;
}

export function createHandClock(): HandClock {
  let time = 0;
  let callbacks = new Set<() => void>();
  return {
    now: () => time,
    onFrame: (callback) => {
      callbacks.add(callback);
      return () => callbacks.delete(callback);
    },
    tick: (milliseconds = 16) => {
      time += milliseconds;
      const due = callbacks;
      callbacks = new Set();
      for (const callback of due) callback();
    },
    get waiting() {
      return callbacks.size;
    },
  };
}

export interface FakeEngine extends LabEngine {
  readonly calls: readonly string[];
  emit(...events: RunEvent[]): void;
}

export function createFakeEngine(): FakeEngine {
  const calls: string[] = [];
  const listeners = new Set<(event: RunEvent) => void>();
  return {
    calls,
    emit: (...events) => {
      for (const event of events) for (const listener of listeners) listener(event);
    },
    open: (spec, options) => calls.push(`open ${spec.seeds.join()} ${options.backend ?? 'any'}`),
    run: () => calls.push('run'),
    pause: () => calls.push('pause'),
    step: (n) => calls.push(`step ${n}`),
    adjust: (change) => calls.push(`adjust ${change.arm}`),
    setPace: (pace) => calls.push(`pace ${pace ?? 'flat out'}`),
    close: () => calls.push('close'),
    subscribe: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}
