import { useTranslation } from 'react-i18next';
import { formatSignificant } from '../../i18n';
import type { RunRecord } from '../../record/runRecord';
import { SegmentedControl } from '../../ui/SegmentedControl';
import { useLab, useLabState } from './LabContext';

/** Which data setting of a sweep is looked at. All of them train; this only chooses the picture. */
export function PointChoice({ record, point }: { readonly record: RunRecord; readonly point: number }) {
  const { t } = useTranslation('lab');
  const { lab } = useLab();
  const over = useLabState((state) => state.draft.experiment.sweep?.over ?? 'angle');
  const { points } = record.spec;
  if (points.length < 2) return <span />;
  return (
    <SegmentedControl
      label={t('hero.point')}
      labelHidden
      value={String(point)}
      choices={points.map(({ value }, index) => ({
        value: String(index),
        label: t(`hero.${over}`, { value: formatSignificant(value ?? 0) }),
      }))}
      onChange={(value) => lab.look({ point: Number(value) })}
    />
  );
}
