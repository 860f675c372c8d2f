import { describe, expect, it } from 'vitest';
import { createStream } from '../numeric/random';
import { sampleSpec, scoredRecord } from './sampleRun.fixture';
import { transferGain } from './transferGain';
import { transferGains } from './transferGains';

describe('transferGain', () => {
  it('equals the numbers worked out by hand, for an error', () => {
    // Gains (E_alone - E) / 0.5: 0.2, 0.4, -0.2 / ... with mean alone 0.5.
    const result = transferGain([0.4, 0.5, 0.6], [0.3, 0.3, 0.7], 'relativeError');
    // Differences 0.1, 0.2, -0.1 -> gains 0.2, 0.4, -0.2: mean 2/15, variance 0.28/3 (n - 1 = 2), t_.975,2 = 4.302653.
    expect(result.gain).toBeCloseTo(0.4 / 3, 12);
    const deviation = Math.sqrt(((0.2 - 0.4 / 3) ** 2 + (0.4 - 0.4 / 3) ** 2 + (-0.2 - 0.4 / 3) ** 2) / 2);
    expect(result.halfWidth).toBeCloseTo((4.302653 * deviation) / Math.sqrt(3), 5);
    expect(result).toMatchObject({ wins: 2, n: 3, verdict: 'undecided', unit: 'ratio' });
    expect(result.aloneMean).toBeCloseTo(0.5, 12);
    expect(result.mean).toBeCloseTo(1.3 / 3, 12);
  });

  it('counts a higher accuracy as a gain', () => {
    const result = transferGain([0.8, 0.8], [0.9, 0.88], 'accuracy');
    expect(result.gain).toBeCloseTo(0.09 / 0.8, 12);
    // Half width t_.975,1 * s / sqrt(2) with s = 0.02 / 0.8 / sqrt(2).
    expect(result.halfWidth).toBeCloseTo((12.706205 * 0.0125 * 2) / 2, 5);
    expect(result.wins).toBe(2);
  });

  it('gives a verdict only where the interval excludes zero', () => {
    const alone = [0.5, 0.6, 0.7, 0.55];
    const better = alone.map((value, seed) => value - 0.1 - 0.001 * seed);
    expect(transferGain(alone, better, 'relativeError').verdict).toBe('helps');
    expect(transferGain(alone, better, 'accuracy').verdict).toBe('hurts');
    expect(transferGain(alone, alone, 'accuracy')).toMatchObject({
      gain: 0,
      halfWidth: 0,
      wins: 0,
      verdict: 'undecided',
    });
  });

  it('takes no rounding for an effect, however often it repeats', () => {
    const alone = [0.5, 0.5, 0.5];
    const rounded = alone.map((value) => value - 2 ** -25);
    expect(transferGain(alone, rounded, 'relativeError')).toMatchObject({
      wins: 3,
      halfWidth: 0,
      verdict: 'undecided',
    });
  });

  it('does not decide from one seed', () => {
    expect(transferGain([0.9], [0.1], 'relativeError')).toMatchObject({
      halfWidth: null,
      wins: 1,
      verdict: 'undecided',
    });
  });

  it('falls back to differences when the baseline is perfect', () => {
    const result = transferGain([0, 0, 0], [0.1, 0.2, 0.3], 'relativeError');
    expect(result.unit).toBe('difference');
    expect(result.gain).toBeCloseTo(-0.2, 12);
  });

  it('refuses what cannot be paired', () => {
    expect(() => transferGain([1, 2], [1], 'accuracy')).toThrow(RangeError);
    expect(() => transferGain([], [], 'accuracy')).toThrow(RangeError);
  });

  it('has intervals that hold zero about 95 times in 100 when sharing does nothing', () => {
    const experiments = 2000;
    const seeds = 6;
    let covered = 0;
    for (let experiment = 0; experiment < experiments; experiment++) {
      const noise = createStream(experiment, 'resampling');
      const draw = (arm: number) => Array.from({ length: seeds }, (_, s) => 5 + noise.normal(arm * seeds + s));
      const { gain, halfWidth } = transferGain(draw(0), draw(1), 'relativeError');
      if (halfWidth !== null && Math.abs(gain) <= halfWidth) covered++;
    }
    // Binomial standard error 0.5 %: three of them either side.
    expect(covered / experiments).toBeGreaterThan(0.935);
    expect(covered / experiments).toBeLessThan(0.965);
  });
});

describe('transferGains', () => {
  it('pairs the right lanes: every arm but the baseline, every task', () => {
    const record = scoredRecord(sampleSpec([4, 5]), (arm, seed, task) => 1 + arm / 4 + seed / 8 + task / 2);
    const rows = transferGains(record, -1, { split: 'test' });
    expect(rows.map(({ point, arm, task }) => [point, arm, task])).toEqual([
      [0, 1, 0],
      [0, 1, 1],
      [0, 2, 0],
      [0, 2, 1],
    ]);
    // Accuracy alone 1, 1.125 -> 1.0625; hard is 0.25 above on every seed. Error alone 1.5, 1.625; soft 0.5 above.
    expect(rows[0]?.gain).toBeCloseTo(0.25 / 1.0625, 6);
    expect(rows[3]?.gain).toBeCloseTo(-0.5 / 1.5625, 6);
    expect(rows.map((row) => row.verdict)).toEqual(['helps', 'hurts', 'helps', 'hurts']);
  });

  it('reads the split it is asked for', () => {
    const record = scoredRecord(
      sampleSpec([4, 5]),
      () => 1,
      (arm) => 1 + arm,
    );
    expect(transferGains(record, 0, { split: 'test' })[0]?.gain).toBe(0);
    expect(transferGains(record, 0, { split: 'validation' })[0]?.gain).toBe(1);
  });

  it('is empty without a baseline or without that evaluation', () => {
    const spec = sampleSpec();
    const record = scoredRecord(spec, () => 1);
    expect(transferGains(record, 5, { split: 'test' })).toEqual([]);
    const headless = { ...record, spec: { ...spec, arms: spec.arms.slice(1) } };
    expect(transferGains(headless, 0, { split: 'test' })).toEqual([]);
  });
});
