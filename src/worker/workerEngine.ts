/** The page's end of the engine: a worker that may die at any moment, and a memory that makes that harmless. */
import type { RunEvent } from '../training/events';
import type { LabEngine, OpenOptions } from './labEngine';
import { createListeners } from './listeners';
import type { HostMessage } from './protocol';
import { createRestartPolicy } from './restartPolicy';
import { commandOf, createRunMemory, type RunMemory, type Wish } from './runMemory';
import { createWorkerLink, type WorkerLike, type WorkerLink } from './workerLink';

/** A worker is replaced after so many runs: backends keep the memory of every shape they have ever seen. */
const RUNS_PER_WORKER = 25;

/**
 * Crash-only: *every* fault - an error, silence, a lost device, a missing message - takes the same road: terminate,
 * spawn, open with the last checkpoint and all live changes, replay to the step last seen, go on as before. Listeners
 * see `prepared`, then `recovered`, then evaluations they know already, then the run going on.
 *
 * For end-to-end tests, no hook is needed in production code:
 * - a killed worker: `page.workers()[0].evaluate(() => self.close())`; silence is noticed within about 6 s;
 * - a lost device: `worker.evaluate(() => self.dispatchEvent(new Event('losebackend')))`, see `lab.worker.ts`;
 * - a crashed GPU process: the CDP command `Browser.crashGpuProcess`.
 *
 * @param spawn replaces the worker; for tests
 */
export function createWorkerEngine(spawn: () => WorkerLike = spawnLabWorker): LabEngine {
  const listeners = createListeners();
  const policy = createRestartPolicy();
  let link: WorkerLink | null = null;
  let runsOfLink = 0;
  let runId = 0;
  let memory: RunMemory | null = null;
  let options: OpenOptions = { backend: null };
  /** Why the run had to be taken up again; told after the next `prepared`. */
  let recovering: string | null = null;
  let restart: ReturnType<typeof setTimeout> | undefined;

  const tell = (event: RunEvent): void => {
    memory?.learn(event);
    listeners.tell(event);
  };

  const fail = (detail: string): void => {
    const step = memory?.step ?? 0;
    tell({ type: 'failed', step, failure: { code: 'crashed', params: { step }, detail } });
  };

  const connect = (): WorkerLink => {
    runsOfLink = 0;
    const made = createWorkerLink({
      spawn,
      onMessage: (message) => take(message),
      onBroken: (detail) => recover({ backendLost: false, detail }),
    });
    link = made;
    return made;
  };

  /** Opens the run that is remembered, on the worker there is or on a new one. */
  const openRemembered = (run: RunMemory, replay: boolean): void => {
    const target = link ?? connect();
    runsOfLink += 1;
    runId += 1;
    const { checkpoint, adjustments, replayTo } = run.resume();
    target.send({
      ...{ type: 'open', runId, spec: run.spec, checkpoint, adjustments },
      ...{ replayTo: replay ? replayTo : 0, banned: policy.banned },
      // On repeated losses to go on is worth more than the backend that was asked for.
      backend: policy.banned.some(({ backend }) => backend === options.backend) ? null : options.backend,
    });
    for (const wish of run.wishes()) target.send(commandOf(wish, runId));
  };

  const recover = (cause: { readonly backendLost: boolean; readonly detail: string }): void => {
    link?.end();
    link = null;
    const run = memory;
    if (run === null || !run.isAlive) return;
    const decision = policy.decide(performance.now(), cause);
    if (!decision.go) {
      fail(cause.detail);
      return;
    }
    recovering = cause.detail;
    clearTimeout(restart);
    restart = setTimeout(() => openRemembered(run, true), decision.delay);
  };

  const take = (message: HostMessage): void => {
    if ((message.type !== 'events' && message.type !== 'fault') || message.runId !== runId) return;
    if (message.type === 'fault') {
      recover({ backendLost: message.fault.kind === 'backend-lost', detail: message.fault.detail });
      return;
    }
    const own = runId;
    for (const event of message.events) {
      // A listener may have opened another run in the meantime.
      if (own !== runId) return;
      if (event.type === 'failed' && event.failure.code === 'no-backend' && recovering !== null && !policy.isSafe) {
        // The GPU did not come back; without it there is still a way on.
        policy.leaveGpu(recovering);
        recover({ backendLost: true, detail: recovering });
        return;
      }
      if (event.type === 'prepared') link?.opened();
      tell(event);
      if (event.type === 'prepared' && recovering !== null) {
        const reason = recovering;
        recovering = null;
        tell({ type: 'recovered', step: event.fromStep, reason });
      }
    }
  };

  const wish = (what: Wish): void => {
    memory?.wish(what);
    link?.send(commandOf(what, runId));
  };

  const forget = (): void => {
    clearTimeout(restart);
    recovering = null;
    memory = null;
  };

  return {
    open(spec, how) {
      forget();
      options = how;
      memory = createRunMemory(spec, how);
      if (runsOfLink >= RUNS_PER_WORKER) {
        link?.end();
        link = null;
      }
      openRemembered(memory, false);
    },
    run: () => wish({ type: 'run' }),
    pause: () => wish({ type: 'pause' }),
    step: (steps) => wish({ type: 'step', steps }),
    adjust: (change) => wish({ type: 'adjust', change }),
    setPace: (stepsPerSecond) => wish({ type: 'pace', stepsPerSecond }),
    close() {
      forget();
      link?.end();
      link = null;
    },
    subscribe: (listener) => listeners.add(listener),
  };
}

function spawnLabWorker(): WorkerLike {
  return new Worker(new URL('./lab.worker.ts', import.meta.url), { type: 'module', name: 'lab' });
}
