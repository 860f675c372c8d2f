import { useTranslation } from 'react-i18next';
import { LANDSCAPE_STARTS } from '../../../spec/sources/landscape';
import { LIMITS } from '../../../spec/limits';
import { Knob } from '../../../ui/Knob';
import { NumberField } from '../../../ui/NumberField';
import { Select } from '../../../ui/Select';
import { useLab, useLabState } from '../LabContext';

const OWN = 'own';

/** Where on the landscape training begins: one of the three starts of the paper, or a point of one's own. */
export function StartKnob() {
  const { t } = useTranslation(['sources', 'lab']);
  const { lab } = useLab();
  const tasks = useLabState((state) => state.draft.experiment.tasks);
  const swept = useLabState((state) => state.draft.experiment.sweep?.over);
  if (tasks.source !== 'landscape' || typeof tasks.start !== 'object' || swept === 'start') return null;
  const [x, y] = tasks.start;
  const known = LANDSCAPE_STARTS.findIndex((start) => start[0] === x && start[1] === y);
  const put = (start: readonly [number, number]): void => lab.edit({ knob: 'tasks', change: { start } });
  const label = t('sources:knob.start.label');
  return (
    <Knob label={label} help={t('sources:knob.start.help')} effect="restart">
      <Select
        label={label}
        labelHidden
        value={known < 0 ? OWN : String(known)}
        choices={[
          ...LANDSCAPE_STARTS.map((start, index) => ({
            value: String(index),
            label: `${index}: (${start.join(', ')})`,
          })),
          ...(known < 0 ? [{ value: OWN, label: t('lab:source.ownPoint') }] : []),
        ]}
        onChange={(value) => {
          const start = LANDSCAPE_STARTS[Number(value)];
          if (start !== undefined) put(start);
        }}
      />
      {(['x', 'y'] as const).map((axis, at) => (
        <NumberField
          key={axis}
          label={axis}
          value={at === 0 ? x : y}
          min={LIMITS.coordinate.min}
          max={LIMITS.coordinate.max}
          step={0.5}
          onCommit={(value) => put(at === 0 ? [value, y] : [x, value])}
        />
      ))}
    </Knob>
  );
}
