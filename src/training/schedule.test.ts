import { describe, expect, it } from 'vitest';
import type { ScheduleSpec } from '../spec/experiment';
import { scheduleFactor } from './schedule';

describe('scheduleFactor', () => {
  const factors = (schedule: ScheduleSpec, steps: readonly number[], total = 100): number[] =>
    steps.map((step) => scheduleFactor(schedule, step, total));

  it('constant stays', () => {
    expect(factors({ kind: 'constant' }, [0, 1, 99])).toEqual([1, 1, 1]);
  });

  it('step falls every so many steps', () => {
    const schedule = { kind: 'step', every: 100, factor: 0.5 } as const;
    expect(factors(schedule, [0, 99, 100, 199, 200, 350])).toEqual([1, 1, 0.5, 0.5, 0.25, 0.125]);
  });

  it('cosine goes from 1 through the middle to its floor', () => {
    expect(factors({ kind: 'cosine', floor: 0 }, [0, 50, 100, 200])).toEqual([1, 0.5, 0, 0]);
    expect(factors({ kind: 'cosine', floor: 0.25 }, [0, 50, 100])).toEqual([1, 0.625, 0.25]);
    // cos 60 degrees = 1/2
    expect(factors({ kind: 'cosine', floor: 0 }, [100], 300)).toEqual([0.75]);
  });

  it('exponential is exact at whole multiples and geometric between them', () => {
    const schedule = { kind: 'exponential', every: 10, factor: 0.25 } as const;
    expect(factors(schedule, [0, 10, 20, 30])).toEqual([1, 0.25, 0.0625, 0.015625]);
    expect(scheduleFactor(schedule, 5, 100)).toBeCloseTo(0.5, 15);
    expect(scheduleFactor(schedule, 25, 100)).toBeCloseTo(0.03125, 15);
    expect(factors({ ...schedule, factor: 1 }, [3, 33])).toEqual([1, 1]);
    const [first = NaN, second = NaN, third = NaN] = factors({ ...schedule, factor: 0.9 }, [6, 7, 8]);
    expect(second / first).toBeCloseTo(third / second, 14);
  });

  it('warm-up rises linearly to 1 and stays', () => {
    const schedule = { kind: 'warmup', steps: 4 } as const;
    expect(factors(schedule, [0, 1, 2, 3, 4, 99])).toEqual([0.25, 0.5, 0.75, 1, 1, 1]);
    expect(factors({ ...schedule, steps: 1 }, [0, 1])).toEqual([1, 1]);
  });
});
