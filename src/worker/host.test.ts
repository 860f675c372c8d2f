import { describe, expect, it } from 'vitest';
import { NoBackendError, type OpenedBackend } from '../engine/openBackend';
import type { ExperimentSpec } from '../spec/experiment';
import type { RunEvent } from '../training/events';
import type { RowPrograms } from '../training/rowPrograms';
import { createFakeBackend } from './testing/fakeBackend';
import { createFakeTrainerFactory, fakeSpec } from './testing/fakeTrainer';
import { createHost } from './host';
import { evaluations, ofType, setUpHost } from './testing/hostHarness';

describe('host', () => {
  it('prepares, measures step 0, trains to the end, and frees the cohort when closed', async () => {
    const lab = setUpHost();
    lab.open(100, 30);
    await lab.until((event) => event.type === 'evaluated');
    lab.send({ type: 'run', runId: 1 });
    const events = await lab.until((event) => event.type === 'finished');
    expect(events[0]?.type).toBe('prepared');
    expect(evaluations(events).map((evaluation) => evaluation.step)).toEqual([0, 30, 60, 90, 100]);
    expect(ofType(events, 'checkpoint').at(-1)?.checkpoint.step).toBe(100);
    expect(events.at(-1)).toEqual({ type: 'finished', step: 100 });
    expect(ofType(events, 'progress').at(-1)).toMatchObject({ step: 100, running: false });
    lab.send({ type: 'close', runId: 1 });
    await lab.settle();
    expect(lab.count.live).toBe(0);
  });

  it('numbers its messages without gaps, beginning with ready', async () => {
    const lab = setUpHost();
    lab.open(500, 10);
    lab.send({ type: 'run', runId: 1 });
    await lab.until((event) => event.type === 'finished');
    expect(lab.sent[0]?.envelope.message.type).toBe('ready');
    expect(lab.sent.map((entry) => entry.envelope.seq)).toEqual(lab.sent.map((_entry, index) => index));
  });

  it('obeys commands that came before the cohort was built', async () => {
    const lab = setUpHost();
    lab.open(50, 25);
    lab.send({ type: 'adjust', runId: 1, change: { arm: 'alone', learningRate: 0.7 } });
    lab.send({ type: 'step', runId: 1, steps: 5 });
    const events = await lab.until((event) => event.type === 'progress' && !event.running);
    expect(ofType(events, 'adjusted')[0]?.adjustment).toEqual({ step: 0, arm: 'alone', learningRate: 0.7 });
    expect(evaluations(events).map((evaluation) => evaluation.step)).toEqual([0, 5]);
  });

  it('adds up single steps, also when they come quicker than they are taken', async () => {
    const lab = setUpHost();
    lab.open(50, 25);
    for (let press = 0; press < 3; press += 1) lab.send({ type: 'step', runId: 1, steps: 2 });
    const events = await lab.until((event) => event.type === 'progress' && !event.running);
    expect(ofType(events, 'progress').at(-1)?.step).toBe(6);
    expect(evaluations(events).at(-1)?.step).toBe(6);
  });

  it('names the network, task and step that diverged', async () => {
    const lab = setUpHost({ divergesAt: 40 });
    lab.open(100, 20);
    lab.send({ type: 'run', runId: 1 });
    const events = await lab.until((event) => event.type === 'failed');
    expect(ofType(events, 'failed')[0]).toMatchObject({
      step: 40,
      failure: { code: 'diverged', params: { step: 40, arm: 'alone', seed: 7, task: 'fake', value: 'Infinity' } },
    });
    expect(evaluations(events).map((evaluation) => evaluation.step)).toEqual([0, 20]);
    await lab.settle();
    expect(lab.count.live).toBe(0);
  });

  it.each([
    [new Error('Array buffer allocation failed'), 'out-of-memory'],
    [new RangeError('Invalid typed array length: -1'), 'out-of-memory'],
  ])('tells %s as %s', async (error, code) => {
    const lab = setUpHost({
      onStep: (step) => {
        if (step === 3) throw error;
      },
    });
    lab.open(10, 10);
    lab.send({ type: 'run', runId: 1 });
    const events = await lab.until((event) => event.type === 'failed');
    expect(ofType(events, 'failed')[0]?.failure.code).toBe(code);
  });

  it('calls any other exception a fault of the engine', async () => {
    const lab = setUpHost({
      onStep: (step) => {
        if (step === 3) throw new TypeError('x is undefined');
      },
    });
    lab.open(10, 10);
    lab.send({ type: 'run', runId: 1 });
    await new Promise((resolve) => setTimeout(resolve, 400));
    const fault = lab.sent.map(({ envelope }) => envelope.message).find((message) => message.type === 'fault');
    expect(fault).toMatchObject({ runId: 1, fault: { kind: 'exception' } });
    expect(ofType(lab.events(), 'failed')).toEqual([]);
  });

  it('reports a lost backend although the device never answers again', async () => {
    const backend = createFakeBackend('webgpu');
    const lab = setUpHost({ settle: () => new Promise(() => undefined) }, 0.5, backend);
    lab.open(1000, 1000);
    lab.send({ type: 'run', runId: 1 });
    await lab.settle();
    lab.host.loseBackend();
    await lab.settle();
    const message = lab.sent.at(-1)?.envelope.message;
    expect(message).toEqual({
      type: 'fault',
      runId: 1,
      fault: { kind: 'backend-lost', detail: 'on purpose' },
    });
  });

  it('prepares the engine before it builds networks on it, and tells what goes through TensorFlow.js', async () => {
    const order: string[] = [];
    const rowPrograms: RowPrograms = () => null;
    const opened: OpenedBackend = {
      ...createFakeBackend('simd'),
      rowPrograms,
      prepare: async (spec) => void order.push(`prepare ${spec.arms.length}`),
    };
    const build = createFakeTrainerFactory();
    const [arm] = fakeSpec(10, 10).arms;
    if (arm === undefined) throw new Error('no arm');
    const stitch = { ...arm, id: 'stitch', scheme: { kind: 'cross-stitch', same: 0.9, rateFactor: 1 } } as const;
    const spec: ExperimentSpec = { ...fakeSpec(10, 10), arms: [arm, stitch], seeds: [1, 2, 3] };
    const lab = setUpHost({}, 0.5, opened, (from, options) => {
      order.push(`build on ${options.backend ?? ''}, fused: ${options.rowPrograms !== undefined}`);
      return build(from, options);
    });
    lab.open(10, 10, { spec });
    const events = await lab.until((event) => event.type === 'prepared');
    expect(order).toEqual(['prepare 2', 'build on simd, fused: true']);
    expect(ofType(events, 'prepared')[0]?.backend.tensorLanes).toEqual([{ lanes: 3, why: 'mixing' }]);
  });

  it('trains on the winner of a race, and frees what raced', async () => {
    const rival = createFakeBackend('simd');
    const lab = setUpHost({}, 0.5, { ...createFakeBackend('wgsl'), rival });
    lab.open(100, 50);
    lab.send({ type: 'run', runId: 1 });
    const events = await lab.until((event) => event.type === 'finished');
    const report = ofType(events, 'prepared')[0]?.backend;
    expect(report?.race?.map((result) => Math.round(result.stepsPerSecond))).toEqual([2000, 2000]);
    expect(report?.backend).toBe('wgsl');
    lab.send({ type: 'close', runId: 1 });
    await lab.settle();
    expect(lab.count.live).toBe(0);
  });

  it('gives a race up when the run is closed', async () => {
    const lab = setUpHost({}, 0.5, { ...createFakeBackend('wgsl'), rival: createFakeBackend('simd') });
    lab.hooks.beforeYield = () => lab.send({ type: 'close', runId: 1 });
    lab.open(100, 50);
    await lab.settle();
    expect(lab.clock.now).toBeLessThan(60);
    expect(lab.count.live).toBe(0);
    expect(ofType(lab.events(), 'prepared')).toEqual([]);
  });

  it('says which backend is missing and why', async () => {
    const lab = setUpHost();
    const events: RunEvent[] = [];
    const host = createHost({
      post: ({ message }) => {
        if (message.type === 'events') events.push(...message.events);
      },
      createTrainer: createFakeTrainerFactory(),
      openBackend: () => Promise.reject(new NoBackendError([], 'webgpu', 'missing', 'no navigator.gpu')),
      now: () => 0,
      yield: () => Promise.resolve(),
    });
    host.receive({
      ...{ type: 'open', runId: 1, spec: fakeSpec(1, 1), backend: 'webgpu', banned: [], checkpoint: null },
      ...{ adjustments: [], replayTo: 0 },
    });
    await lab.settle();
    expect(events).toMatchObject([
      { type: 'failed', failure: { code: 'no-backend', params: { backend: 'webgpu', reason: 'missing' } } },
    ]);
  });

  it('refuses commands that make no sense, and ignores those of earlier runs', async () => {
    const lab = setUpHost();
    lab.open(100, 50);
    lab.send({ type: 'run', runId: 99 });
    await lab.settle();
    expect(ofType(lab.events(), 'progress')).toEqual([]);
    lab.host.receive({ type: 'step', runId: 1, steps: 0.5 });
    const events = await lab.until((event) => event.type === 'failed');
    expect(ofType(events, 'failed')[0]?.failure).toMatchObject({
      code: 'bad-command',
      params: { problem: 'steps is not a positive integer' },
    });
  });
});
