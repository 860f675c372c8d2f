import { bestOnValidation } from '../../record/bestOnValidation';
import type { RunRecord } from '../../record/runRecord';
import type { TransferGain } from '../../record/transferGain';
import { jointGain } from './jointGain';
import { lambdaAxis } from './lambdaAxis';

/**
 * What a slice through lambda says to do. Named for the advice, not for the picture, because error and gain bend
 * opposite ways: `share-all` = the error falls to the hard end, `share-some` = lowest in between, `share-none` = it rises.
 */
export type SliceShape = 'share-all' | 'share-some' | 'share-none' | 'undecided';

export interface SliceGains {
  readonly hardOverAlone: TransferGain;
  /** Soft with lambda chosen on validation rows, so that choosing does not flatter it. */
  readonly softOverAlone: TransferGain;
  readonly softOverHard: TransferGain;
}

export interface MeasuredSlice extends SliceGains {
  readonly point: number;
  /** The swept value, e.g. the angle in degrees; `null` without a sweep. */
  readonly value: number | null;
  /** Arm index of the chosen soft arm. */
  readonly softArm: number;
  readonly shape: SliceShape;
}

/** A direction is claimed only where the paired interval over seeds excludes zero. */
export function sliceShape(gains: SliceGains): SliceShape {
  if (gains.softOverAlone.verdict === 'helps' && gains.softOverHard.verdict === 'helps') return 'share-some';
  if (gains.hardOverAlone.verdict === 'helps') return 'share-all';
  if (gains.hardOverAlone.verdict === 'hurts' && gains.softOverAlone.verdict !== 'helps') return 'share-none';
  return 'undecided';
}

/** All slices of a sweep at one evaluation (`-1` = the newest); empty while nothing is measured. */
export function measureSlices(record: RunRecord, evaluationIndex: number): readonly MeasuredSlice[] {
  const axis = lambdaAxis(record.spec);
  if (axis === null) return [];
  return bestOnValidation(record, evaluationIndex, axis.soft).flatMap(({ point, arm: softArm }) => {
    const gain = (arm: number, against: number): TransferGain | null =>
      jointGain(record, evaluationIndex, { point, arm, against, split: 'test' });
    const hardOverAlone = gain(axis.hard, axis.alone);
    const softOverAlone = gain(softArm, axis.alone);
    const softOverHard = gain(softArm, axis.hard);
    if (hardOverAlone === null || softOverAlone === null || softOverHard === null) return [];
    const gains = { hardOverAlone, softOverAlone, softOverHard };
    const value = record.spec.points[point]?.value ?? null;
    return [{ point, value, softArm, ...gains, shape: sliceShape(gains) }];
  });
}
