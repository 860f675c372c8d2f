import { describe, expect, it, vi } from 'vitest';
import { sampleEvaluation, samplePrepared, sampleRecord, sampleSpec } from '../record/sampleRun.fixture';
import type { RunEvent } from '../training/events';
import { createSession } from './createSession';
import { createFakeEngine, createHandClock } from './fakes.fixture';

const evaluated = (step: number): RunEvent => ({ type: 'evaluated', evaluation: sampleEvaluation(step) });
const running = (step: number): RunEvent => ({ type: 'progress', step, stepsPerSecond: 9, running: true });
const spec = sampleSpec();

function setUp() {
  const clock = createHandClock();
  const engine = createFakeEngine();
  const make = vi.fn(() => engine);
  const session = createSession(make, clock);
  return { clock, engine, make, session, state: () => session.store.getState() };
}

function started() {
  const all = setUp();
  all.session.load(spec, 'cpu');
  all.engine.emit(samplePrepared(), evaluated(0), evaluated(10), running(12));
  all.clock.tick();
  return all;
}

describe('a live session', () => {
  it('makes no engine before it is needed', () => {
    const { make, state } = setUp();
    expect(make).not.toHaveBeenCalled();
    expect(state()).toMatchObject({ source: 'none', phase: 'empty', record: null });
  });

  it('goes from loading over ready to running and finished', () => {
    const { clock, engine, session, state } = setUp();
    session.load(spec, 'wasm');
    expect(state()).toMatchObject({ source: 'live', phase: 'loading', spec, record: null });
    expect(engine.calls).toEqual(['pace flat out', 'open 1,2,3 wasm']);
    engine.emit(samplePrepared());
    clock.tick();
    expect(state().phase).toBe('ready');
    session.run();
    engine.emit(running(3));
    clock.tick();
    expect(state().phase).toBe('running');
    engine.emit(evaluated(100), { type: 'finished', step: 100 });
    clock.tick();
    expect(state()).toMatchObject({ phase: 'finished', record: { step: 100 } });
    expect(engine.calls.slice(2)).toEqual(['run']);
  });

  it('updates the store at most once a frame, however many events come', () => {
    const { clock, engine, session } = started();
    const updates = vi.fn();
    session.store.subscribe(updates);
    for (let step = 13; step < 63; step++) engine.emit(running(step), evaluated(step));
    expect(updates).not.toHaveBeenCalled();
    clock.tick();
    expect(updates).toHaveBeenCalledTimes(1);
    expect(session.store.getState().record?.evaluations).toHaveLength(52);
    clock.tick();
    expect(updates).toHaveBeenCalledTimes(1);
    expect(clock.waiting).toBe(0);
  });

  it('shows nothing of the run before while a new one is prepared', () => {
    const { clock, engine, session, state } = started();
    session.load(sampleSpec([8]), null);
    engine.emit(evaluated(20), running(21), samplePrepared());
    clock.tick();
    expect(state()).toMatchObject({ phase: 'loading', record: null });
    engine.emit(samplePrepared(sampleSpec([8])));
    clock.tick();
    expect(state()).toMatchObject({ phase: 'ready', record: { evaluations: [] } });
  });

  it('rewinds with the same spec and keeps the old picture until the new one is there', () => {
    const { clock, engine, session, state } = started();
    session.scrub(0);
    session.rewind();
    expect(engine.calls.at(-1)).toBe('open 1,2,3 cpu');
    engine.emit(running(14));
    clock.tick();
    expect(state()).toMatchObject({ phase: 'loading', cursor: null, record: { step: 12 } });
    engine.emit(samplePrepared(), evaluated(0));
    clock.tick();
    expect(state()).toMatchObject({ phase: 'ready', record: { step: 0 } });
    expect(state().record?.evaluations).toHaveLength(1);
  });

  it('takes a restored engine for the same run', () => {
    const { clock, engine, state } = started();
    engine.emit(samplePrepared(spec, 5), { type: 'recovered', step: 5, reason: 'lost' }, running(6));
    clock.tick();
    expect(state()).toMatchObject({ phase: 'running', record: { recoveries: 1, step: 6 } });
    expect(state().record?.evaluations).toHaveLength(2);
  });

  it('passes commands on', () => {
    const { engine, session } = started();
    session.pause();
    session.step(5);
    session.adjust({ arm: 'hard', learningRate: 0.1 });
    session.setPace(30);
    expect(engine.calls.slice(2)).toEqual(['pause', 'step 5', 'adjust hard', 'pace 30']);
  });

  it('scrubs within what is there, and leaves the past when training goes on', () => {
    const { session, state } = started();
    session.scrub(0);
    expect(state().cursor).toBe(0);
    session.scrub(99);
    expect(state().cursor).toBe(1);
    session.scrub(-3);
    expect(state().cursor).toBe(0);
    session.step(1);
    expect(state().cursor).toBeNull();
  });

  it('pins a run and keeps it through the next', () => {
    const { clock, engine, session, state } = started();
    const pinned = state().record;
    session.pin();
    session.load(sampleSpec([8]), null);
    engine.emit(samplePrepared(sampleSpec([8])));
    clock.tick();
    expect(state().pinned).toBe(pinned);
    session.unpin();
    expect(state().pinned).toBeNull();
  });

  it('waits for an engine that is still being fetched, and keeps the order of commands', async () => {
    const engine = createFakeEngine();
    const session = createSession(() => Promise.resolve(engine), createHandClock());
    session.load(spec, null);
    session.setPace(10);
    session.run();
    expect(engine.calls).toEqual([]);
    await Promise.resolve();
    expect(engine.calls).toEqual(['pace 10', 'open 1,2,3 any', 'pace 10', 'run']);
  });

  it('closes an engine that arrives after the end', async () => {
    const engine = createFakeEngine();
    const session = createSession(() => Promise.resolve(engine), createHandClock());
    session.load(spec, null);
    session.dispose();
    await Promise.resolve();
    expect(engine.calls).toEqual(['close']);
  });

  it('says why when there is no engine to be had, and tries again on the next load', async () => {
    const clock = createHandClock();
    const engine = createFakeEngine();
    const make = vi
      .fn(() => engine)
      .mockImplementationOnce(() => {
        throw new Error('script not found');
      });
    const session = createSession(make, clock);
    session.load(spec, null);
    await Promise.resolve();
    clock.tick();
    expect(session.store.getState()).toMatchObject({ phase: 'failed', record: { failure: { code: 'crashed' }, spec } });
    expect(session.store.getState().record?.failure?.detail).toContain('script not found');
    session.load(spec, null);
    expect(engine.calls).toEqual(['pace flat out', 'open 1,2,3 any']);
  });

  it('shows a failure that comes before anything was prepared', () => {
    const { clock, engine, session, state } = setUp();
    session.load(spec, null);
    const failure = { code: 'no-backend', params: {}, detail: 'none passed' } as const;
    engine.emit({ type: 'failed', step: 0, failure });
    clock.tick();
    expect(state()).toMatchObject({ phase: 'failed', record: { status: 'failed', failure, backend: { trials: [] } } });
  });

  it('is silent after dispose', () => {
    const { clock, engine, session } = started();
    const updates = vi.fn();
    session.store.subscribe(updates);
    engine.emit(running(50));
    session.dispose();
    engine.emit(running(60));
    clock.tick();
    expect(updates).not.toHaveBeenCalled();
    expect(engine.calls.at(-1)).toBe('close');
  });
});

describe('a recording', () => {
  const record = sampleRecord(spec, [0, 10, 20, 30, 40]);

  it('is shown without an engine', () => {
    const { make, session, state } = setUp();
    session.showRecording(record);
    session.run();
    session.adjust({ arm: 'hard', learningRate: 1 });
    expect(state()).toMatchObject({ source: 'recording', record, spec });
    expect(make).not.toHaveBeenCalled();
  });

  it('plays at its rate by the clock and ends at the newest', () => {
    const { clock, session, state } = setUp();
    session.showRecording(record, { rate: 10 });
    expect(state()).toMatchObject({ cursor: 0, phase: 'running' });
    clock.tick(150);
    expect(state().cursor).toBe(1);
    clock.tick(150);
    expect(state().cursor).toBe(3);
    clock.tick(1000);
    expect(state()).toMatchObject({ cursor: null, phase: 'finished' });
    expect(clock.waiting).toBe(0);
  });

  it('can be halted, stepped, taken up again and rewound', () => {
    const { clock, session, state } = setUp();
    session.showRecording(record, { rate: 10 });
    clock.tick(100);
    session.pause();
    clock.tick(1000);
    expect(state()).toMatchObject({ cursor: 1, phase: 'paused' });
    session.step(2);
    expect(state().cursor).toBe(3);
    session.run();
    clock.tick(100);
    expect(state()).toMatchObject({ cursor: null, phase: 'finished' });
    session.rewind();
    expect(state()).toMatchObject({ cursor: 0, phase: 'paused' });
    session.scrub(null);
    expect(state()).toMatchObject({ cursor: null, phase: 'finished' });
  });

  it('makes room for a live run, and takes it back', () => {
    const { clock, engine, session, state } = setUp();
    session.showRecording(record, { rate: 10 });
    session.load(spec, null);
    clock.tick(1000);
    expect(state()).toMatchObject({ source: 'live', phase: 'loading', cursor: null, record: null });
    engine.emit(samplePrepared());
    session.showRecording(record);
    clock.tick();
    expect(state()).toMatchObject({ source: 'recording', record, phase: 'finished' });
    expect(engine.calls.at(-1)).toBe('close');
  });
});
