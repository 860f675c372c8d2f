import { useTranslation } from 'react-i18next';
import { useRunMarks } from '../../../charts/fromRecord/useRunMarks';
import { SliceChart } from '../../../charts/SliceChart';
import { formatSignificant } from '../../../i18n';
import type { RunRecord } from '../../../record/runRecord';
import { DataTable } from '../../../ui/DataTable';
import { formatInterval } from '../../../ui/formatInterval';
import { measureSlices } from '../../measure/slice';
import { sliceArms, slicePoints } from '../../measure/slicePoints';
import styles from './SlicesFigure.module.css';

export interface SlicesFigureProps {
  readonly record: RunRecord;
  readonly evaluation: number;
  /** Indices of the points to draw, one small chart each. */
  readonly points: readonly number[];
  readonly kind: 'gain' | 'error';
  readonly covered: number | null;
  readonly height?: number;
  /** Offer the numbers as a table; on a projector nobody opens it. */
  readonly numbers?: boolean;
}

/**
 * Rows of the phase diagram as curves over lambda, each titled with the shape that was measured. Every slice has its own
 * vertical scale: what is read is the shape, and harm at wide angles is ten times as large as the help at narrow ones.
 */
export function SlicesFigure(props: SlicesFigureProps) {
  const { record, evaluation, points, kind, covered, height, numbers = false } = props;
  const { t } = useTranslation('course');
  const marks = useRunMarks(record.spec, record.tasks);
  const arms = sliceArms(record).flatMap((index) => marks.arms[index] ?? []);
  const measured = measureSlices(record, evaluation);
  const words = {
    'share-all': t(`hardAgainstSoft.shape.${kind}.shareAll`),
    'share-some': t(`hardAgainstSoft.shape.${kind}.shareSome`),
    'share-none': t(`hardAgainstSoft.shape.${kind}.shareNone`),
    undecided: t('hardAgainstSoft.shape.undecided'),
  };
  const slices = points.map((point) => {
    const value = record.spec.points[point]?.value ?? null;
    const angle = value === null ? '' : `${formatSignificant(value)}°`;
    if (value !== null && value === covered) {
      return { point, title: `${angle} · ${t('hardAgainstSoft.shape.covered')}`, points: [] };
    }
    const slice = measured.find((entry) => entry.point === point);
    const title = slice === undefined ? angle : `${angle} · ${words[slice.shape]}`;
    return { point, title, points: slicePoints(record, evaluation, point, kind) };
  });
  const quantity = t(kind === 'gain' ? 'hardAgainstSoft.figure.gain' : 'hardAgainstSoft.figure.error');
  const write = { style: kind === 'gain' ? 'percent' : 'number', signed: kind === 'gain' } as const;
  return (
    <div className={styles.slices}>
      <div className={styles.row}>
        {slices.map((slice) => (
          <SliceChart
            key={slice.point}
            arms={arms}
            slices={[slice]}
            quantity={quantity}
            kind={kind}
            {...(height === undefined ? {} : { height })}
          />
        ))}
      </div>
      {numbers && (
        <DataTable
          caption={t('hardAgainstSoft.figure.slices', { quantity })}
          columns={[t('hardAgainstSoft.figure.tie'), ...slices.map(({ title }) => title)]}
          rows={() =>
            arms.map((arm) => [
              arm.label,
              ...slices.map((slice) => {
                const point = slice.points.find((each) => each.arm === arm.id);
                return point === undefined ? '–' : formatInterval(point.mean, point.halfWidth, write);
              }),
            ])
          }
        />
      )}
    </div>
  );
}
