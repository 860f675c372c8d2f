import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { imageSamples } from '../../../charts/fromRecord/methods/imageSamples';
import { predictedClass } from '../../../charts/fromRecord/methods/predictedClass';
import { DigitSamples } from '../../../charts/methods/DigitSamples';
import type { PanelProps } from './panelProps';

/** The first test images of the first seed, and what the networks say to them at the moment shown. */
export function ImagePanel({ record, marks, point, evaluation }: PanelProps) {
  const { t } = useTranslation('sources');
  const source = record.spec.points[point]?.tasks;
  const seed = record.spec.seeds[0];
  const drawn = useMemo(
    () =>
      seed !== undefined && (source?.source === 'digits' || source?.source === 'glyphs')
        ? imageSamples(source, seed)
        : null,
    [source, seed],
  );
  if (drawn === null) return null;
  const written = (task: number, label: number): string => {
    switch (record.tasks[task]?.name) {
      case 'parity':
        return t(`class.parity.${label === 1 ? 'odd' : 'even'}`);
      case 'atLeastFive':
        return t(`class.atLeastFive.${label === 1 ? 'yes' : 'no'}`);
      default:
        return String(label);
    }
  };
  return (
    <DigitSamples
      tasks={marks.tasks}
      columns={drawn.columns}
      arms={marks.arms}
      samples={drawn.images.map(({ pixels, truths }) => ({
        pixels,
        truths: truths.map((label, task) => written(task, label)),
      }))}
      answer={(id, task, row) => {
        const arm = record.spec.arms.findIndex((each) => each.id === id);
        const label = predictedClass(record, { point, arm, evaluation }, task, row);
        return label === null ? null : written(task, label);
      }}
    />
  );
}
