import { useTranslation } from 'react-i18next';
import { SliceChart } from '../../../charts/SliceChart';
import { formatSignificant } from '../../../i18n';
import type { RunRecord } from '../../../record/runRecord';
import { measureSlices } from '../../measure/slice';
import { sliceArms, slicePoints } from '../../measure/slicePoints';
import { useRunMarks } from '../../../charts/fromRecord/useRunMarks';

export interface SlicesFigureProps {
  readonly record: RunRecord;
  readonly evaluation: number;
  /** Indices of the points to draw, one small chart each. */
  readonly points: readonly number[];
  readonly kind: 'gain' | 'error';
  readonly covered: number | null;
  readonly height?: number;
}

/** Rows of the phase diagram as curves over lambda, each with the shape that was measured. */
export function SlicesFigure({ record, evaluation, points, kind, covered, height }: SlicesFigureProps) {
  const { t } = useTranslation('course');
  const { arms } = useRunMarks(record.spec, record.tasks);
  const measured = measureSlices(record, evaluation);
  const shape = {
    'share-all': t('hardAgainstSoft.shape.shareAll'),
    'share-some': t('hardAgainstSoft.shape.shareSome'),
    'share-none': t('hardAgainstSoft.shape.shareNone'),
    undecided: t('hardAgainstSoft.shape.undecided'),
  };
  const slices = points.map((point) => {
    const value = record.spec.points[point]?.value ?? null;
    const angle = value === null ? '' : `${formatSignificant(value)}°`;
    if (value !== null && value === covered)
      return { title: `${angle} · ${t('hardAgainstSoft.shape.covered')}`, points: [] };
    const slice = measured.find((entry) => entry.point === point);
    const words = slice === undefined ? '' : ` · ${shape[slice.shape]}`;
    return { title: angle + words, points: slicePoints(record, evaluation, point, kind) };
  });
  return (
    <SliceChart
      arms={sliceArms(record).flatMap((index) => arms[index] ?? [])}
      slices={slices}
      quantity={t(kind === 'gain' ? 'hardAgainstSoft.figure.gain' : 'hardAgainstSoft.figure.error')}
      kind={kind}
      {...(height === undefined ? {} : { height })}
    />
  );
}
