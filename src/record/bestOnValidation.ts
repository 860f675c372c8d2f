import { transferGains, type GainRow } from './transferGains';
import type { RunRecord } from './runRecord';

export interface ValidatedChoice {
  readonly point: number;
  /** The chosen arm. */
  readonly arm: number;
  /** What it was chosen by: mean over tasks of the gain on the validation split. */
  readonly validationGain: number;
  /** What may be reported: its gains on the test split, one per task. */
  readonly gains: readonly GainRow[];
}

/**
 * Chooses one of several arms (usually soft sharing at several lambdas) at each point by its mean validation gain over
 * tasks and seeds, and reports it on the test split. Choosing the best by the numbers one then reports would
 * flatter it. Points without measured arms are left out.
 * @param among indices of the arms to choose from; by default all arms of the soft scheme.
 */
export function bestOnValidation(
  record: RunRecord,
  evaluationIndex: number,
  among: readonly number[] = softArms(record),
): readonly ValidatedChoice[] {
  const validation = transferGains(record, evaluationIndex, { split: 'validation' });
  const test = transferGains(record, evaluationIndex, { split: 'test' });
  return record.spec.points.flatMap((_, point) => {
    const scored = among.flatMap((arm) => {
      const gains = validation.filter((row) => row.point === point && row.arm === arm);
      return gains.length === 0
        ? []
        : [{ arm, validationGain: gains.reduce((sum, row) => sum + row.gain, 0) / gains.length }];
    });
    const [first, ...others] = scored;
    if (first === undefined) return [];
    const best = others.reduce((winner, next) => (next.validationGain > winner.validationGain ? next : winner), first);
    return [{ point, ...best, gains: test.filter((row) => row.point === point && row.arm === best.arm) }];
  });
}

function softArms(record: RunRecord): readonly number[] {
  return record.spec.arms.flatMap((arm, index) => (arm.scheme.kind === 'soft' ? [index] : []));
}
