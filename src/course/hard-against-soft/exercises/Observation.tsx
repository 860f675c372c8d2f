import { useTranslation } from 'react-i18next';
import type { TransferGain } from '../../../record/transferGain';
import type { ArmMark } from '../../../ui/armMark';
import { formatInterval } from '../../../ui/formatInterval';
import type { Comparison } from '../../exercise/comparePrediction';
import type { MeasuredSlice } from '../../measure/slice';

export interface ObservationProps {
  readonly slice: MeasuredSlice;
  readonly comparison: Comparison;
  /** Marks along the drawn axis, and marks by arm index. */
  readonly axis: readonly ArmMark[];
  readonly arms: readonly ArmMark[];
}

const percent = ({ gain, halfWidth }: TransferGain): string =>
  formatInterval(gain, halfWidth, { style: 'percent', signed: true });

/** The drawn curve held against the run: which shape was drawn, which was measured, and how sure the seeds are. */
export function Observation({ slice, comparison, axis, arms }: ObservationProps) {
  const { t } = useTranslation('course');
  const { drawn, measured, outcome, drawnTop } = comparison;
  const best = arms[slice.softArm]?.shortLabel ?? '';
  const top = drawnTop === null ? '' : (axis[drawnTop]?.shortLabel ?? '');
  return (
    <>
      <p>
        {t('hardAgainstSoft.observe.measured', {
          lambda: best,
          overAlone: percent(slice.softOverAlone),
          overHard: percent(slice.softOverHard),
          wins: slice.softOverAlone.wins,
          seeds: slice.softOverAlone.n,
        })}{' '}
        {t(`hardAgainstSoft.observe.${measured ?? 'undecided'}`)}
      </p>
      {drawn === null ? (
        <p>{t('hardAgainstSoft.observe.nothingDrawn')}</p>
      ) : (
        <p>
          <strong>{t(`hardAgainstSoft.observe.outcome.${outcome}`)}</strong>{' '}
          {outcome === 'right' && measured === 'hump'
            ? t('hardAgainstSoft.observe.tops', { drawn: top, measured: best })
            : outcome === 'wrong' && t(`hardAgainstSoft.observe.drawn.${drawn}`)}
        </p>
      )}
    </>
  );
}
