import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { createDrawScheduler } from './drawScheduler';

beforeEach(() => {
  vi.useFakeTimers();
});

afterEach(() => {
  vi.useRealTimers();
});

function scheduler(rest = 100) {
  const draws: boolean[] = [];
  return { draws, ...createDrawScheduler(rest, (urgent) => draws.push(urgent)) };
}

describe('createDrawScheduler', () => {
  it('draws a change at once', () => {
    const { changed, draws } = scheduler();
    changed();
    changed();
    expect(draws).toEqual([true, true]);
  });

  it('draws growth once per rest, however often it grows', () => {
    const { grown, drawn, draws } = scheduler();
    for (let ms = 0; ms < 1000; ms += 10) {
      grown();
      const before = draws.length;
      vi.advanceTimersByTime(10);
      if (draws.length > before) drawn();
    }
    expect(draws.length).toBeGreaterThanOrEqual(9);
    expect(draws.length).toBeLessThanOrEqual(11);
    expect(draws.every((urgent) => !urgent)).toBe(true);
  });

  it('waits for a slow drawing and rests after it', () => {
    const { grown, drawn, draws } = scheduler();
    grown();
    vi.advanceTimersByTime(0);
    expect(draws).toHaveLength(1);
    grown();
    vi.advanceTimersByTime(5000);
    expect(draws).toHaveLength(1);
    drawn();
    vi.advanceTimersByTime(99);
    expect(draws).toHaveLength(1);
    vi.advanceTimersByTime(1);
    expect(draws).toHaveLength(2);
  });

  it('leaves nothing waiting after a change or the end', () => {
    const { grown, changed, drawn, dispose, draws } = scheduler();
    grown();
    changed();
    drawn();
    vi.advanceTimersByTime(1000);
    expect(draws).toEqual([true]);
    grown();
    dispose();
    vi.advanceTimersByTime(1000);
    expect(draws).toEqual([true]);
  });
});
