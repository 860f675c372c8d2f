import { describe, expect, it } from 'vitest';
import { fakeSpec } from './testing/fakeTrainer';
import { parseCommand, parseEnvelope, type OpenCommand } from './protocol';

const open: OpenCommand = {
  ...{ type: 'open', runId: 3, spec: fakeSpec(10, 5), backend: 'wasm', banned: [], checkpoint: null },
  ...{ adjustments: [], replayTo: 0 },
};

describe('parseCommand', () => {
  it.each([
    open,
    { type: 'run', runId: 0 },
    { type: 'step', runId: 1, steps: 1 },
    { type: 'pace', runId: 1, stepsPerSecond: null },
    { type: 'pace', runId: 1, stepsPerSecond: 0.5 },
    { type: 'adjust', runId: 1, change: { arm: 'hard', lambda: 1 } },
    { type: 'ping', runId: 0 },
  ])('takes %o', (command) => {
    expect(parseCommand(structuredClone(command))).toEqual(command);
  });

  it.each([
    [null, 'not an object'],
    ['run', 'not an object'],
    [{ type: 'run' }, 'runId is not a count'],
    [{ type: 'run', runId: -1 }, 'runId is not a count'],
    [{ type: 'explode', runId: 1 }, 'unknown command'],
    [{ type: '__proto__', runId: 1 }, 'unknown command'],
    [{ type: 'step', runId: 1, steps: 0 }, 'steps is not a positive integer'],
    [{ type: 'step', runId: 1, steps: Infinity }, 'steps is not a positive integer'],
    [{ type: 'step', runId: 1, steps: '5' }, 'steps is not a positive integer'],
    [{ type: 'pace', runId: 1, stepsPerSecond: NaN }, 'stepsPerSecond is not a positive number'],
    [{ type: 'pace', runId: 1 }, 'stepsPerSecond is not a positive number'],
    [{ type: 'adjust', runId: 1, change: { lambda: 1 } }, 'change names no arm'],
    [{ ...open, spec: { version: 2 } }, 'spec is not an experiment of version 1'],
    [{ ...open, adjustments: null }, 'a list is missing'],
    [{ ...open, replayTo: -1 }, 'replayTo is not a count'],
  ])('refuses %o: %s', (data, problem) => {
    expect(parseCommand(data)).toBe(problem);
  });
});

describe('parseEnvelope', () => {
  it.each([
    { seq: 0, message: { type: 'ready' } },
    { seq: 7, message: { type: 'events', runId: 1, events: [] } },
    { seq: 8, message: { type: 'pulse', pulse: { idle: true, work: 1, longest: 2 } } },
    { seq: 9, message: { type: 'fault', runId: 1, fault: { kind: 'exception', detail: '' } } },
  ])('takes %o', (envelope) => {
    expect(parseEnvelope(structuredClone(envelope))).toEqual(envelope);
  });

  it.each([
    [undefined, 'not an envelope'],
    [{ message: { type: 'ready' } }, 'not an envelope'],
    [{ seq: 1.5, message: { type: 'ready' } }, 'not an envelope'],
    [{ seq: 1, message: { type: 'events', runId: 1 } }, 'unknown message'],
    [{ seq: 1, message: { type: 'gossip' } }, 'unknown message'],
  ])('refuses %o: %s', (data, problem) => {
    expect(parseEnvelope(data)).toBe(problem);
  });
});
