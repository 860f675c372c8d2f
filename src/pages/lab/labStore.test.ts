import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { presetById } from '../../presets';
import { createFakeEngine, createHandClock } from '../../session/fakes.fixture';
import { createSession } from '../../session/createSession';
import type { ExperimentSpec } from '../../spec/experiment';
import { taskShapes } from '../../spec/taskShapes';
import type { Prepared } from '../../training/events';
import { createLab } from './labStore';

function prepared(spec: ExperimentSpec): Prepared {
  const source = spec.points[0]?.tasks;
  return {
    type: 'prepared',
    spec,
    backend: { backend: 'cpu', trials: [] },
    tasks: source === undefined ? [] : taskShapes(source),
    parameters: spec.arms.map(() => 1),
    layerUnits: [1],
    fromStep: 0,
  };
}

/** The desk with a preset on it, an engine that notes what it is told, and time moved by hand. */
function desk(id: Parameters<typeof presetById>[0] = 'same-task') {
  const engine = createFakeEngine();
  const clock = createHandClock();
  const session = createSession(() => engine, clock);
  const lab = createLab(session, presetById(id), null);
  lab.start();
  const calls = (): readonly string[] => engine.calls.filter((call) => !call.startsWith('pace'));
  return {
    lab,
    session,
    calls,
    /** The engine has set up what it was last asked for. */
    ready: () => {
      engine.emit(prepared(lab.store.getState().spec));
      clock.tick();
    },
    progress: (step: number, running: boolean) => {
      engine.emit({ type: 'progress', step, stepsPerSecond: 100, running });
      clock.tick();
    },
    finish: (step: number) => {
      engine.emit({ type: 'finished', step });
      clock.tick();
    },
    rest: () => vi.advanceTimersByTime(400),
    opens: () => calls().filter((call) => call.startsWith('open')).length,
  };
}

beforeEach(() => {
  vi.useFakeTimers();
});

afterEach(() => {
  vi.useRealTimers();
});

describe('the lab', () => {
  it('runs and pauses', () => {
    const { lab, calls, ready, progress } = desk();
    ready();
    lab.toggle();
    progress(10, true);
    lab.toggle();
    expect(calls().slice(1)).toEqual(['run', 'pause']);
  });

  it('sets up anew, once, when knobs rest before the first step', () => {
    const { lab, opens, ready, rest } = desk();
    ready();
    for (const angle of [10, 20, 30]) lab.edit({ knob: 'tasks', change: { angle } });
    expect(opens()).toBe(1);
    rest();
    expect(opens()).toBe(2);
    expect(lab.store.getState().spec.points[0]?.tasks).toMatchObject({ angle: 30 });
  });

  it('takes along a knob that is turned while the networks are still being set up, and still runs', () => {
    const { lab, calls, opens, rest } = desk();
    lab.toggle();
    lab.edit({ knob: 'tasks', change: { angle: 10 } });
    rest();
    expect(opens()).toBe(2);
    expect(calls().at(-1)).toBe('run');
  });

  it('does not wait for a knob to rest when run is pressed', () => {
    const { lab, calls, opens, ready, rest } = desk();
    ready();
    lab.edit({ knob: 'tasks', change: { angle: 10 } });
    lab.toggle();
    expect(opens()).toBe(2);
    rest();
    expect(opens()).toBe(2);
    expect(calls().at(-1)).toBe('run');
  });

  it('leaves a begun run alone when a knob is turned that needs a new one', () => {
    const { lab, opens, ready, progress, rest, session } = desk();
    ready();
    lab.toggle();
    progress(10, true);
    lab.edit({ knob: 'seedCount', count: 2 });
    rest();
    expect(opens()).toBe(1);
    expect(session.store.getState().record?.step).toBe(10);
    lab.rewind();
    expect(opens()).toBe(2);
    expect(session.store.getState().spec?.seeds).toHaveLength(2);
  });

  it('sends live changes to a begun run, the last of a drag only', () => {
    const { lab, calls, ready, progress, rest } = desk();
    ready();
    lab.toggle();
    progress(10, true);
    const arm = lab.store.getState().spec.arms.findIndex(({ scheme }) => scheme.kind === 'soft');
    for (const lambda of [0.2, 0.4, 0.6]) lab.edit({ knob: 'lambda', arm, lambda });
    rest();
    expect(calls().filter((call) => call.startsWith('adjust'))).toHaveLength(1);
  });

  it('keeps the last experiment when the knobs make none, and says why', () => {
    const { lab, opens, ready, rest } = desk();
    ready();
    const before = lab.store.getState().spec;
    lab.edit({ knob: 'seedCount', count: 9999 });
    rest();
    expect(lab.store.getState().spec).toBe(before);
    expect(lab.store.getState().problems).toHaveLength(1);
    expect(opens()).toBe(1);
    lab.restore();
    expect(lab.store.getState().problems).toEqual([]);
  });

  it('begins anew when a finished run is run again, and steps no further', () => {
    const { lab, calls, opens, ready, progress, finish } = desk();
    ready();
    lab.toggle();
    progress(10, true);
    finish(500);
    lab.step();
    expect(calls().at(-1)).toBe('run');
    lab.toggle();
    expect(opens()).toBe(2);
    expect(calls().at(-1)).toBe('run');
  });

  it('goes to seeds not used yet and keeps running if it ran', () => {
    const { lab, calls, ready, progress, session } = desk();
    ready();
    const before = session.store.getState().spec?.seeds ?? [];
    lab.toggle();
    progress(10, true);
    lab.newSeed();
    const after = session.store.getState().spec?.seeds ?? [];
    expect(after).toHaveLength(before.length);
    expect(after.filter((seed) => before.includes(seed))).toEqual([]);
    expect(calls().at(-1)).toBe('run');
  });

  it('goes back with a tenth of every rate after a divergence', () => {
    const { lab, ready } = desk();
    ready();
    const before = lab.store.getState().spec.arms.map((arm) => arm.learningRate);
    lab.rewindSlower();
    const after = lab.store.getState().spec.arms.map((arm) => arm.learningRate);
    after.forEach((rate, arm) => expect(rate).toBeCloseTo((before[arm] ?? 0) / 10, 12));
  });

  it('pauses before a single step of a running run', () => {
    const { lab, calls, ready, progress } = desk();
    ready();
    lab.toggle();
    progress(10, true);
    lab.step();
    expect(calls().slice(-2)).toEqual(['pause', 'step 1']);
  });
});
