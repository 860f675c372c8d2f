/**
 * What crosses the thread boundary. Both directions are plain structured-clone data; both ends refuse what they do not
 * know. Every message of the worker carries a number without gaps: a missing one means that the page's record has a
 * hole, which is treated like a crash.
 */
import type { ExperimentSpec } from '../spec/experiment';
import type { Adjustment, BackendName, Checkpoint, RunEvent } from '../training/events';

/** A backend this page has lost; `detail` goes into the backend report. */
export interface BannedBackend {
  readonly backend: BackendName;
  readonly detail: string;
}

export interface OpenCommand {
  readonly type: 'open';
  readonly runId: number;
  readonly spec: ExperimentSpec;
  readonly backend: BackendName | null;
  readonly banned: readonly BannedBackend[];
  readonly checkpoint: Checkpoint | null;
  readonly adjustments: readonly Adjustment[];
  /** Train on to this step before obeying anything else: what the page has already seen after the checkpoint. */
  readonly replayTo: number;
}

export type Command =
  | OpenCommand
  | { readonly type: 'run'; readonly runId: number }
  | { readonly type: 'pause'; readonly runId: number }
  | { readonly type: 'step'; readonly runId: number; readonly steps: number }
  | { readonly type: 'adjust'; readonly runId: number; readonly change: Omit<Adjustment, 'step'> }
  | { readonly type: 'pace'; readonly runId: number; readonly stepsPerSecond: number | null }
  | { readonly type: 'close'; readonly runId: number }
  | { readonly type: 'ping'; readonly runId: number };

/** Why the engine can go no further and must be thrown away. */
export interface Fault {
  readonly kind: 'backend-lost' | 'exception';
  readonly detail: string;
}

/** How the worker is doing: the answer to a ping. */
export interface Pulse {
  /** Waiting for a command or for the pace. */
  readonly idle: boolean;
  /** Counts pieces of work done; standing still while not idle = hung. */
  readonly work: number;
  /** Longest time, in ms, that one piece of work has taken: silence may last that long. */
  readonly longest: number;
}

export type HostMessage =
  | { readonly type: 'ready' }
  | { readonly type: 'events'; readonly runId: number; readonly events: readonly RunEvent[] }
  | { readonly type: 'fault'; readonly runId: number; readonly fault: Fault }
  | { readonly type: 'pulse'; readonly pulse: Pulse };

export interface Envelope {
  /** 0, 1, 2, ... per worker. */
  readonly seq: number;
  readonly message: HostMessage;
}

/** The command, or a sentence that says what is wrong with it. */
export function parseCommand(data: unknown): Command | string {
  if (!isRecord(data)) return 'not an object';
  if (!isCount(data.runId)) return 'runId is not a count';
  switch (data.type) {
    case 'run':
    case 'pause':
    case 'close':
    case 'ping':
      return { type: data.type, runId: data.runId };
    case 'step':
      return isCount(data.steps) && data.steps > 0 ? (data as unknown as Command) : 'steps is not a positive integer';
    case 'pace':
      return data.stepsPerSecond === null || isPositive(data.stepsPerSecond)
        ? (data as unknown as Command)
        : 'stepsPerSecond is not a positive number';
    case 'adjust':
      return isRecord(data.change) && typeof data.change.arm === 'string'
        ? (data as unknown as Command)
        : 'change names no arm';
    case 'open':
      return openProblem(data) ?? (data as unknown as Command);
    default:
      return 'unknown command';
  }
}

/** The envelope, or a sentence that says what is wrong with it. The events inside are our own worker's word. */
export function parseEnvelope(data: unknown): Envelope | string {
  if (!isRecord(data) || !isCount(data.seq) || !isRecord(data.message)) return 'not an envelope';
  const message = data.message;
  const known =
    message.type === 'ready' ||
    (message.type === 'events' && isCount(message.runId) && Array.isArray(message.events)) ||
    (message.type === 'fault' && isCount(message.runId) && isRecord(message.fault)) ||
    (message.type === 'pulse' && isRecord(message.pulse));
  return known ? (data as unknown as Envelope) : 'unknown message';
}

/** The schema has judged the spec on the page; here only what the host itself relies on. */
function openProblem(data: Readonly<Record<string, unknown>>): string | null {
  if (!isRecord(data.spec) || data.spec.version !== 1) return 'spec is not an experiment of version 1';
  if (data.backend !== null && typeof data.backend !== 'string') return 'backend is not a name';
  if (!Array.isArray(data.banned) || !Array.isArray(data.adjustments)) return 'a list is missing';
  if (data.checkpoint !== null && !isRecord(data.checkpoint)) return 'checkpoint is not an object';
  return isCount(data.replayTo) ? null : 'replayTo is not a count';
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null;
}

function isCount(value: unknown): value is number {
  return Number.isSafeInteger(value) && (value as number) >= 0;
}

function isPositive(value: unknown): value is number {
  return typeof value === 'number' && Number.isFinite(value) && value > 0;
}
