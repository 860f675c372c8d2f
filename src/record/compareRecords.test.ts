import { describe, expect, it } from 'vitest';
import { compareRecords } from './compareRecords';
import { sampleRecord, sampleSpec, scoredRecord } from './sampleRun.fixture';

describe('compareRecords', () => {
  const before = scoredRecord(sampleSpec([1, 2, 3]), (_, seed) => 0.5 + seed / 10);

  it('pairs common seeds', () => {
    const after = scoredRecord(sampleSpec([2, 3, 4]), (arm, seed) => 0.5 + (seed + 1) / 10 - 0.05 * arm);
    const comparison = compareRecords(before, after);
    const hardMass = comparison?.scores.find((row) => row.arm === 1 && row.task === 1);
    // Same numbers on seeds 2 and 3 but for 0.05 less error.
    expect(hardMass).toMatchObject({ paired: true, n: 2, verdict: 'better' });
    expect(hardMass?.improvement).toBeCloseTo(0.05, 6);
    expect(comparison?.scores.find((row) => row.arm === 1 && row.task === 0)?.verdict).toBe('worse');
    expect(comparison?.scores.find((row) => row.arm === 0 && row.task === 0)?.verdict).toBe('undecided');
    expect(comparison?.differences).toEqual([
      { path: 'seeds[0]', before: 1, after: 2 },
      { path: 'seeds[1]', before: 2, after: 3 },
      { path: 'seeds[2]', before: 3, after: 4 },
    ]);
  });

  it('compares independent seeds by Welch', () => {
    const after = scoredRecord(sampleSpec([7, 8, 9]), (_, seed) => 0.4 + seed / 10);
    const row = compareRecords(before, after)?.scores.find((score) => score.arm === 0 && score.task === 1);
    // Both samples have variance 0.01, n = 3: standard error sqrt(0.02 / 3), 4 degrees of freedom, t = 2.776445.
    expect(row).toMatchObject({ paired: false, n: 3, verdict: 'undecided' });
    expect(row?.improvement).toBeCloseTo(0.1, 6);
    // One degree is lost to the rounding of scores to 32 bits: then t_.975,3 = 3.182446 bounds it from above.
    expect(row?.halfWidth).toBeGreaterThan(2.776 * Math.sqrt(0.02 / 3));
    expect(row?.halfWidth).toBeLessThan(3.183 * Math.sqrt(0.02 / 3));
  });

  it('reads both runs at the same step', () => {
    const long = sampleRecord(sampleSpec(), [0, 10, 20, 30], (step) => () => step);
    const short = sampleRecord(sampleSpec(), [0, 15], (step) => () => step);
    const comparison = compareRecords(long, short);
    expect(comparison?.step).toBe(15);
    expect(comparison?.scores[0]).toMatchObject({ before: 10, after: 15 });
  });

  it('has nothing to say before the first evaluation', () => {
    expect(compareRecords(before, { ...before, evaluations: [] })).toBeNull();
  });

  it('names settings that differ, and leaves out arms that only one run has', () => {
    const spec = sampleSpec([1, 2, 3]);
    const slower = { ...spec, arms: spec.arms.slice(0, 2), training: { ...spec.training, steps: 50 } };
    const comparison = compareRecords(
      before,
      scoredRecord(slower, () => 1),
    );
    expect(comparison?.differences.map((difference) => difference.path)).toEqual(['arms', 'training.steps']);
    expect(new Set(comparison?.scores.map((row) => row.arm))).toEqual(new Set([0, 1]));
  });
});
