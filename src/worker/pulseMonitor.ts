import type { Pulse } from './protocol';

const PING_EVERY_MS = 1000;
/** Silence that means death, once the cohort is built. A single piece of slow work may last longer: see `PATIENCE`. */
const SILENT_MS = 5000;
/** While loading code, compiling shaders and building the cohort. */
const SILENT_OPENING_MS = 60_000;
/** Work that does not go on although the thread answers: a device that never finishes. */
const STUCK_MS = 20_000;
const STUCK_OPENING_MS = 180_000;
/** Times the longest piece of work seen so far that is waited for. */
const PATIENCE = 4;
/** A tick that comes so late means that this page slept, not that the worker is dead. */
const SLEPT_MS = 3000;

/** Notices that a worker is dead or stuck: most deaths raise no event at all. */
export interface PulseMonitor {
  /** Any message is a sign of life. */
  heard(): void;
  pulse(pulse: Pulse): void;
  /** The cohort is built: from now on silence means death sooner. */
  opened(): void;
  stop(): void;
}

/**
 * Starts pinging at once. Silence is counted from a ping without an answer, so that hidden tabs, whose timers run
 * once a minute, raise no false alarm.
 */
export function createPulseMonitor(ping: () => void, onDead: (detail: string) => void): PulseMonitor {
  let opening = true;
  let asked: number | null = null;
  let lastTick = performance.now();
  let longest = 0;
  let work = -1;
  let workSince = performance.now();

  const verdict = (now: number): string | null => {
    const patience = PATIENCE * longest;
    const silent = Math.max(opening ? SILENT_OPENING_MS : SILENT_MS, patience);
    const stuck = Math.max(opening ? STUCK_OPENING_MS : STUCK_MS, patience);
    if (asked !== null && now - asked >= silent) return `no answer for ${Math.round(now - asked)} ms`;
    if (now - workSince >= stuck) return `no progress for ${Math.round(now - workSince)} ms`;
    return null;
  };

  const tick = (): void => {
    const now = performance.now();
    const slept = now - lastTick > SLEPT_MS;
    lastTick = now;
    if (slept) {
      // Answers may be waiting behind this tick: ask again and judge from here.
      asked = now;
      workSince = now;
      ping();
      return;
    }
    const detail = verdict(now);
    if (detail !== null) {
      clearInterval(timer);
      onDead(detail);
      return;
    }
    asked ??= now;
    ping();
  };

  const timer = setInterval(tick, PING_EVERY_MS);
  return {
    heard: () => {
      asked = null;
    },
    pulse: (seen) => {
      if (seen.idle || seen.work !== work) workSince = performance.now();
      work = seen.work;
      longest = seen.longest;
    },
    opened: () => {
      opening = false;
      workSince = performance.now();
    },
    stop: () => clearInterval(timer),
  };
}
