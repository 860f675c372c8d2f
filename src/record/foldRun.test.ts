import { describe, expect, it } from 'vitest';
import type { RunEvent } from '../training/events';
import { foldEvents, foldRun } from './foldRun';
import type { RunRecord } from './runRecord';
import { sampleEvaluation, samplePrepared, sampleSpec } from './sampleRun.fixture';

const evaluated = (step: number, value = 0): RunEvent => ({
  type: 'evaluated',
  evaluation: sampleEvaluation(step, () => value),
});
const progress = (step: number, running: boolean): RunEvent => ({ type: 'progress', step, stepsPerSecond: 5, running });
const stepsOf = (record: RunRecord | null) => record?.evaluations.map((evaluation) => evaluation.step);

describe('foldRun', () => {
  it('ignores what comes before a run is prepared', () => {
    expect(foldEvents([evaluated(0), progress(3, true), { type: 'finished', step: 3 }])).toBeNull();
  });

  it('starts ready, runs, pauses and finishes', () => {
    const statuses: (string | undefined)[] = [];
    let record: RunRecord | null = null;
    const events: RunEvent[] = [
      samplePrepared(),
      progress(0, false),
      progress(4, true),
      progress(8, false),
      progress(9, true),
      { type: 'finished', step: 100 },
      progress(100, false),
    ];
    for (const event of events) {
      record = foldRun(record, event);
      statuses.push(record?.status);
    }
    expect(statuses).toEqual(['ready', 'ready', 'running', 'paused', 'running', 'finished', 'finished']);
    expect(record?.step).toBe(100);
    expect(record?.stepsPerSecond).toBe(5);
  });

  it('keeps evaluations ascending, one per step, whatever order they come in', () => {
    const record = foldEvents([samplePrepared(), evaluated(20), evaluated(0), evaluated(10, 1), evaluated(10, 2)]);
    expect(stepsOf(record)).toEqual([0, 10, 20]);
    expect(record?.evaluations[1]?.trainLoss[0]).toBe(2);
    expect(record?.step).toBe(20);
  });

  it('never changes an earlier record', () => {
    const first = foldEvents([samplePrepared(), evaluated(0), evaluated(10)]);
    const copy = structuredClone(first);
    const second = foldRun(foldRun(foldRun(first, evaluated(10, 9)), evaluated(5)), progress(11, true));
    expect(first).toEqual(copy);
    expect(stepsOf(second)).toEqual([0, 5, 10]);
  });

  it('shares the arrays of evaluations instead of copying them', () => {
    const first = foldEvents([samplePrepared(), evaluated(0)]);
    const second = foldRun(first, evaluated(10));
    expect(second?.evaluations[0]).toBe(first?.evaluations[0]);
  });

  it('is idempotent: a stream replayed in part gives the record of the stream', () => {
    const adjusted: RunEvent = { type: 'adjusted', adjustment: { step: 10, arm: 'soft-0.1', lambda: 2 } };
    const events = [evaluated(0), evaluated(10, 1), adjusted, evaluated(20, 2), evaluated(30, 3)];
    const once = foldEvents([samplePrepared(), ...events]);
    const replayed = foldEvents([samplePrepared(), ...events, ...events.slice(2), ...events.slice(1, 3)]);
    expect(replayed).toEqual(once);
  });

  it('keeps the past when a lost engine is restored from a checkpoint', () => {
    const before = foldEvents([samplePrepared(), progress(35, true), evaluated(0), evaluated(10), evaluated(30)]);
    const clone = structuredClone(sampleSpec());
    const restored = foldRun(before, samplePrepared(clone, 20));
    const record = foldRun(restored, { type: 'recovered', step: 20, reason: 'lost' });
    expect(stepsOf(record)).toEqual([0, 10, 30]);
    expect(record?.step).toBe(20);
    expect(record?.recoveries).toBe(1);
  });

  it('forgets everything when the run begins again, or another experiment is resumed', () => {
    const before = foldEvents([samplePrepared(), evaluated(0), { type: 'recovered', step: 0, reason: '' }]);
    expect(stepsOf(foldRun(before, samplePrepared()))).toEqual([]);
    expect(foldRun(before, samplePrepared())?.recoveries).toBe(0);
    expect(stepsOf(foldRun(before, samplePrepared(sampleSpec([7, 8]), 10)))).toEqual([]);
  });

  it('keeps one adjustment per step and arm, in order of steps, the latest word of each setting', () => {
    const adjust = (step: number, arm: string, change: object): RunEvent => ({
      type: 'adjusted',
      adjustment: { step, arm, ...change },
    });
    const record = foldEvents([
      samplePrepared(),
      adjust(20, 'hard', { learningRate: 0.2 }),
      adjust(10, 'hard', { learningRate: 0.1 }),
      adjust(20, 'hard', { learningRate: 0.3 }),
      adjust(20, 'soft-0.1', { lambda: 4 }),
      adjust(20, 'hard', { taskWeights: [1, 2] }),
    ]);
    expect(record?.adjustments).toEqual([
      { step: 10, arm: 'hard', learningRate: 0.1 },
      { step: 20, arm: 'hard', learningRate: 0.3, taskWeights: [1, 2] },
      { step: 20, arm: 'soft-0.1', lambda: 4 },
    ]);
  });

  it('keeps what was measured when a run fails', () => {
    const failure = { code: 'diverged', params: { task: 1 }, detail: '' } as const;
    const record = foldEvents([
      samplePrepared(),
      evaluated(0),
      { type: 'failed', step: 7, failure },
      progress(7, false),
    ]);
    expect(record).toMatchObject({ status: 'failed', step: 7, failure });
    expect(stepsOf(record)).toEqual([0]);
  });
});
