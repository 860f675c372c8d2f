import { describe, expect, it } from 'vitest';
import { createStream } from '../numeric/random';
import { setUpEngine, undisturbed } from './testing/engineHarness';
import { fakeSpec } from './testing/fakeTrainer';
import type { FakeWorker } from './testing/fakeWorker';
import type { Envelope } from './protocol';

const change = { arm: 'alone', learningRate: 0.9 } as const;

/** The largest step that a message of the worker speaks of, -1 when it speaks of none. */
function stepOf({ message }: Envelope): number {
  if (message.type !== 'events') return -1;
  return Math.max(...message.events.map((event) => (event.type === 'evaluated' ? event.evaluation.step : -1)));
}

/** Lets the n-th message at or after a step meet a fate, once. */
function once(step: number, fate: (worker: FakeWorker) => 'deliver' | 'drop') {
  let met = false;
  return (envelope: Envelope, worker: FakeWorker): 'deliver' | 'drop' => {
    if (met || stepOf(envelope) < step) return 'deliver';
    met = true;
    return fate(worker);
  };
}

const fails = (worker: FakeWorker): 'drop' => {
  worker.onerror?.({ message: 'Uncaught', preventDefault: () => undefined } as ErrorEvent);
  return 'drop';
};

describe('worker engine', () => {
  it('cannot be told apart from the engine on the same thread', async () => {
    const lab = setUpEngine();
    lab.engine.open(fakeSpec(200, 20), { backend: null });
    lab.engine.adjust(change);
    lab.engine.run();
    await lab.until((event) => event.type === 'finished');
    const expected = (await undisturbed(200, 20, (engine) => engine.adjust(change))).record();
    expect(lab.record()).toEqual({ ...expected, stepsPerSecond: lab.record().stepsPerSecond });
    lab.engine.close();
  });

  it('goes on exactly where it was when the worker dies, at any of 50 random steps', async () => {
    const steps = 3000;
    const expected = (await undisturbed(steps, 50, (engine) => engine.adjust(change))).record();
    const random = createStream(5, 'resampling');
    for (let death = 0; death < 50; death += 1) {
      const at = Math.floor(random.uniform(death) * (steps - 50));
      const lab = setUpEngine({ onMessage: once(at, fails) });
      lab.engine.open(fakeSpec(steps, 50), { backend: null });
      lab.engine.adjust(change);
      lab.engine.run();
      await lab.until((event) => event.type === 'finished');
      const record = lab.record();
      expect(record.evaluations, `killed at ${at}`).toEqual(expected.evaluations);
      expect(record.adjustments).toEqual(expected.adjustments);
      expect(record).toMatchObject({ status: 'finished', step: steps, recoveries: 1, failure: null });
      expect(lab.workers.map((worker) => worker.isTerminated)).toEqual([true, false]);
      lab.engine.close();
      expect(lab.current.isTerminated).toBe(true);
    }
  });

  it('treats a missing message like a death: no hole is ever left in a record', async () => {
    const expected = (await undisturbed(3000, 50)).record();
    const lab = setUpEngine({ onMessage: once(500, () => 'drop') });
    lab.engine.open(fakeSpec(3000, 50), { backend: null });
    lab.engine.run();
    await lab.until((event) => event.type === 'finished');
    expect(lab.record().evaluations).toEqual(expected.evaluations);
    expect(lab.events.find((event) => event.type === 'recovered')?.reason).toMatch(/^message \d+ is missing/);
    lab.engine.close();
  });

  it('stays paused, at the same step, when the worker dies in a pause', async () => {
    const lab = setUpEngine();
    lab.engine.open(fakeSpec(1000, 100), { backend: null });
    lab.engine.step(37);
    await lab.until((event) => event.type === 'checkpoint' && event.checkpoint.step === 37);
    fails(lab.current);
    await lab.until((event) => event.type === 'recovered');
    await new Promise((resolve) => setTimeout(resolve, 100));
    expect(lab.record()).toMatchObject({ step: 37, status: 'paused', recoveries: 1 });
    lab.engine.step(3);
    await lab.until((event) => event.type === 'evaluated' && event.evaluation.step === 40);
    lab.engine.close();
  });

  it('sends again a change that the dead worker never answered', async () => {
    const lab = setUpEngine();
    lab.engine.open(fakeSpec(100, 10), { backend: null });
    await lab.until((event) => event.type === 'prepared');
    lab.engine.adjust(change);
    fails(lab.current);
    await lab.until((event) => event.type === 'adjusted');
    lab.engine.run();
    await lab.until((event) => event.type === 'finished');
    const expected = (await undisturbed(100, 10, (engine) => engine.adjust(change))).record();
    expect(lab.record().evaluations).toEqual(expected.evaluations);
    expect(lab.record().adjustments).toEqual([{ ...change, step: 0 }]);
    lab.engine.close();
  });

  it('sends nothing before the worker is ready, and everything then, in order', async () => {
    let before = -1;
    const lab = setUpEngine({
      onMessage: ({ message }, worker) => {
        if (message.type === 'ready') before = worker.posted.length;
        return 'deliver';
      },
    });
    lab.engine.open(fakeSpec(10, 5), { backend: null });
    lab.engine.adjust(change);
    lab.engine.step(4);
    await lab.until((event) => event.type === 'progress' && !event.running);
    expect(before).toBe(0);
    expect(lab.current.posted).toMatchObject([{ type: 'open' }, { type: 'adjust' }, { type: 'step' }]);
    expect(lab.record().step).toBe(4);
    lab.engine.close();
  });

  it('hears nothing of the run before when another one is opened', async () => {
    const lab = setUpEngine();
    lab.engine.open(fakeSpec(100_000, 10), { backend: null });
    lab.engine.run();
    await lab.until((event) => event.type === 'evaluated' && event.evaluation.step >= 100);
    const before = lab.events.length;
    lab.engine.open(fakeSpec(30, 10), { backend: null });
    lab.engine.run();
    await lab.until((event) => event.type === 'finished');
    expect(lab.events[before]?.type).toBe('prepared');
    expect(lab.record().evaluations.map((evaluation) => evaluation.step)).toEqual([0, 10, 20, 30]);
    expect(lab.workers).toHaveLength(1);
    lab.engine.close();
  });

  it('replaces the worker after many runs, and keeps one at a time', async () => {
    const lab = setUpEngine();
    for (let run = 0; run < 60; run += 1) lab.engine.open(fakeSpec(10, 5), { backend: null });
    lab.engine.run();
    await lab.until((event) => event.type === 'finished');
    expect(lab.workers).toHaveLength(3);
    expect(lab.workers.filter((worker) => !worker.isTerminated)).toHaveLength(1);
    lab.engine.close();
  });

  it('goes on from a checkpoint of an earlier day, showing where it stands', async () => {
    const first = setUpEngine();
    first.engine.open(fakeSpec(100, 30), { backend: null });
    first.engine.step(41);
    const saved = await first.until((event) => event.type === 'checkpoint' && event.checkpoint.step === 41);
    first.engine.close();
    if (saved.type !== 'checkpoint') throw new Error('no checkpoint');
    const lab = setUpEngine();
    lab.engine.open(fakeSpec(100, 30), { backend: null, checkpoint: saved.checkpoint });
    lab.engine.run();
    await lab.until((event) => event.type === 'finished');
    expect(lab.record().evaluations.map((evaluation) => evaluation.step)).toEqual([41, 60, 90, 100]);
    const expected = (await undisturbed(100, 30)).record();
    expect(lab.record().evaluations.at(-1)).toEqual(expected.evaluations.at(-1));
    lab.engine.close();
  });
});
