import { describe, expect, it } from 'vitest';
import { evaluations, ofType, setUpHost } from './testing/hostHarness';

describe('training loop', () => {
  it('works in bursts of 4 to 8 ms and pauses within one of them', async () => {
    const lab = setUpHost({}, 0.25);
    lab.open(1_000_000, 100_000);
    const starts: number[] = [];
    let asked = Infinity;
    lab.hooks.beforeYield = () => {
      starts.push(lab.clock.now);
      if (starts.length === 60) {
        asked = lab.clock.now;
        lab.send({ type: 'pause', runId: 1 });
      }
    };
    lab.send({ type: 'run', runId: 1 });
    const events = await lab.until((event) => event.type === 'progress' && !event.running);
    const lengths = starts.slice(20).map((at, index) => at - (starts[19 + index] ?? 0));
    expect(Math.min(...lengths)).toBeGreaterThanOrEqual(4);
    expect(Math.max(...lengths)).toBeLessThanOrEqual(8);
    const told = lab.sent.find(({ envelope: { message } }) =>
      message.type === 'events' ? message.events.some((e) => e.type === 'progress' && !e.running) : false,
    );
    expect((told?.at ?? Infinity) - asked).toBeLessThanOrEqual(8);
    expect(ofType(events, 'finished')).toEqual([]);
  });

  it('never has more than two bursts in flight', async () => {
    const waiting: (() => void)[] = [];
    let most = 0;
    const settle = (): Promise<void> =>
      new Promise((resolve) => {
        waiting.push(resolve);
        most = Math.max(most, waiting.length);
        setTimeout(() => waiting.shift()?.(), 1);
      });
    const lab = setUpHost({ settle });
    lab.open(60, 60);
    lab.send({ type: 'run', runId: 1 });
    await lab.until((event) => event.type === 'finished');
    expect(most).toBe(2);
  });

  it('sends at most 20 batches a second and progress about 10 times a second', async () => {
    const lab = setUpHost({}, 0.5);
    lab.open(10_000, 1);
    lab.send({ type: 'run', runId: 1 });
    const events = await lab.until((event) => event.type === 'finished');
    const batches = lab.sent.filter(({ envelope }) => envelope.message.type === 'events');
    const seconds = lab.clock.now / 1000;
    expect(evaluations(events)).toHaveLength(10_001);
    expect(batches.length / seconds).toBeLessThanOrEqual(21);
    expect(ofType(events, 'progress').length / seconds).toBeGreaterThan(8);
    expect(ofType(events, 'progress').length / seconds).toBeLessThan(11);
    expect(ofType(events, 'progress').at(-5)?.stepsPerSecond).toBeCloseTo(2000, -2);
    const saved = ofType(events, 'checkpoint').length;
    expect(saved).toBeGreaterThanOrEqual(seconds);
    expect(saved).toBeLessThanOrEqual(seconds + 2);
  });

  it('keeps the pace, and flat out again when told', async () => {
    const lab = setUpHost({}, 0.01);
    const start = performance.now();
    lab.clock.now = 0;
    // A clock that follows real time: pacing sleeps.
    Object.defineProperty(lab.clock, 'now', { get: () => performance.now() - start, set: () => undefined });
    lab.open(100_000, 100_000);
    lab.send({ type: 'pace', runId: 1, stepsPerSecond: 200 });
    lab.send({ type: 'run', runId: 1 });
    await new Promise((resolve) => setTimeout(resolve, 500));
    const slow = ofType(lab.events(), 'progress').at(-1)?.step ?? 0;
    expect(slow).toBeGreaterThan(40);
    expect(slow).toBeLessThan(130);
    lab.send({ type: 'pace', runId: 1, stepsPerSecond: null });
    await lab.until((event) => event.type === 'finished');
    expect(performance.now() - start).toBeLessThan(20_000);
  });

  it('hands checkpoints over instead of copying them, and never the trainer’s own memory', async () => {
    const lab = setUpHost();
    lab.open(20, 10);
    lab.send({ type: 'run', runId: 1 });
    await lab.until((event) => event.type === 'finished');
    for (const { envelope, transfer } of lab.sent) structuredClone(envelope, { transfer: [...transfer] });
    expect(ofType(lab.events(), 'checkpoint')[0]?.checkpoint.arrays[0]?.byteLength).toBe(0);
    expect(evaluations(lab.events())[0]?.trainLoss).toHaveLength(7);
    // The state lives on in the trainer: a later checkpoint of it is whole.
    lab.open(40, 20, { runId: 2 });
    lab.send({ type: 'run', runId: 2 });
    await lab.until((event) => event.type === 'finished' && event.step === 40);
    expect(ofType(lab.events(), 'checkpoint').at(-1)?.checkpoint.arrays[0]).toHaveLength(7);
  });

  it('replays to the step already seen before it obeys anything else', async () => {
    const whole = setUpHost();
    whole.open(60, 10, { adjustments: [{ step: 12, arm: 'alone', learningRate: 0.9 }] });
    whole.send({ type: 'run', runId: 1 });
    const expected = evaluations(await whole.until((event) => event.type === 'finished'));
    const saved = setUpHost();
    saved.open(60, 10);
    saved.send({ type: 'step', runId: 1, steps: 7 });
    const checkpoint = ofType(await saved.until((event) => event.type === 'checkpoint'), 'checkpoint')[0]?.checkpoint;
    const lab = setUpHost();
    lab.open(60, 10, {
      checkpoint: checkpoint ?? null,
      replayTo: 33,
      adjustments: [{ step: 12, arm: 'alone', learningRate: 0.9 }],
    });
    const paused = await lab.until((event) => event.type === 'progress' && !event.running);
    expect(ofType(paused, 'progress').at(-1)?.step).toBe(33);
    expect(evaluations(paused).map((evaluation) => evaluation.step)).toEqual([10, 20, 30]);
    lab.send({ type: 'run', runId: 1 });
    const events = await lab.until((event) => event.type === 'finished');
    expect(evaluations(events)).toEqual(expected.slice(1));
  });
});
