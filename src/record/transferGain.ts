/** Paired transfer gain of one set of networks against the same tasks trained alone. */
import { mean, meanInterval } from '../numeric/statistics';
import type { TaskShape } from '../spec/taskShape';

export type Verdict = 'helps' | 'hurts' | 'undecided';

export interface TransferGain {
  /** Mean over seeds of the paired gain; > 0 = sharing is better than training alone. */
  readonly gain: number;
  /** Half width of the 95 % t interval of `gain`; `null` with fewer than two seeds. */
  readonly halfWidth: number | null;
  /** Seeds on which sharing was better. */
  readonly wins: number;
  readonly n: number;
  readonly verdict: Verdict;
  /** Mean score alone and under the arm (accuracy or relative error). */
  readonly aloneMean: number;
  readonly mean: number;
  /**
   * `ratio`: gains are fractions of the mean score alone (0.1 = 10 % better). `difference`: the score alone is 0
   * (a perfect error, or an accuracy of nothing) or has no natural zero; gains are then differences of the scores.
   */
  readonly unit: 'ratio' | 'difference';
}

/** Below this mean score of the baseline a ratio says more about rounding than about sharing. */
const smallestBaseline = 1e-6;

/**
 * Gain over seeds, paired: seed s of `shared` and of `alone` had the same data, initial weights and batches.
 * Relative error (lower is better): gain_s = (E_alone,s - E_s) / mean_s(E_alone);
 * accuracy (higher is better): gain_s = (M_s - M_alone,s) / mean_s(M_alone). One common denominator keeps a single
 * lucky baseline from dominating. Reported: mean +- t_.975 s / sqrt(n), wins of n, and a verdict only where the
 * interval excludes zero.
 * @throws RangeError when the two differ in length or are empty.
 */
export function transferGain(
  alone: readonly number[],
  shared: readonly number[],
  score: TaskShape['score'],
): TransferGain {
  if (alone.length !== shared.length || alone.length === 0) {
    throw new RangeError(`cannot pair ${alone.length} baselines with ${shared.length} runs`);
  }
  const aloneMean = mean(alone);
  // The value of a function has no natural zero: a fraction of it would mean nothing.
  const unit = score === 'value' || Math.abs(aloneMean) < smallestBaseline ? 'difference' : 'ratio';
  const scale = (score === 'accuracy' ? 1 : -1) / (unit === 'ratio' ? aloneMean : 1);
  const gains = alone.map((base, seed) => ((shared[seed] ?? Number.NaN) - base) * scale);
  const interval = meanInterval(gains);
  const halfWidth = gains.length < 2 ? null : interval.halfWidth;
  return {
    gain: interval.mean,
    halfWidth,
    wins: gains.filter((gain) => gain > 0).length,
    n: gains.length,
    verdict: verdictOf(interval.mean, halfWidth),
    aloneMean,
    mean: mean(shared),
    unit,
  };
}

/** Scores are 32-bit numbers: what is smaller than this is rounding, however often it repeats. */
const resolution = 1e-6;

/** What an interval lets one say: a direction only when it excludes zero; nothing without an interval. */
export function verdictOf(gain: number, halfWidth: number | null): Verdict {
  if (halfWidth === null) return 'undecided';
  if (gain - halfWidth > resolution) return 'helps';
  return gain + halfWidth < -resolution ? 'hurts' : 'undecided';
}
