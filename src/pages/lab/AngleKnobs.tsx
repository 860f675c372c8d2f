import { useTranslation } from 'react-i18next';
import { DEFAULTS } from '../../spec/defaults';
import { LIMITS } from '../../spec/limits';
import { Knob } from '../../ui/Knob';
import { NumberField } from '../../ui/NumberField';
import { RangeSlider } from '../../ui/RangeSlider';
import { Select } from '../../ui/Select';
import { useLab, useLabState } from './LabContext';

/** Rows a slider reaches: where the effect is. More can be typed in the preset. */
const ROWS_SHOWN = 2000;

function pairOf(samples: number | readonly [number, number]): readonly [number, number] {
  return typeof samples === 'number' ? [samples, samples] : samples;
}

/** Angle, rows and noise of the two teachers. What the sweep turns has its own knob. */
export function AngleKnobs() {
  const { t } = useTranslation('lab');
  const { lab } = useLab();
  const tasks = useLabState((state) => state.draft.experiment.tasks);
  const original = useLabState((state) => state.draft.original.tasks);
  const swept = useLabState((state) => state.draft.experiment.sweep?.over);
  const before = original.source === 'angle' ? original : tasks;
  if (tasks.source !== 'angle' || before.source !== 'angle') return null;
  const { angle = DEFAULTS.angle.angle, noise = DEFAULTS.angle.noise, samples = DEFAULTS.angle.samples } = tasks;
  const rows = pairOf(samples);
  const originalRows = pairOf(before.samples ?? DEFAULTS.angle.samples);
  const set = (change: Parameters<typeof lab.edit>[0] & { knob: 'tasks' }): void => lab.edit(change);
  return (
    <>
      {swept !== 'angle' && (
        <Knob
          label={t('knob.angle.label')}
          help={t('knob.angle.help')}
          effect="restart"
          onReset={angle === before.angle ? null : () => set({ knob: 'tasks', change: { angle: before.angle ?? 0 } })}
        >
          <RangeSlider
            label={t('knob.angle.label')}
            labelHidden
            value={angle}
            min={LIMITS.angle.min}
            max={LIMITS.angle.max}
            step={5}
            unit={t('unit.degrees')}
            onChange={(value) => set({ knob: 'tasks', change: { angle: value } })}
          />
        </Knob>
      )}
      {swept !== 'samples' &&
        ([0, 1] as const).map((task) => {
          const label = t(task === 0 ? 'knob.samplesFirst.label' : 'knob.samplesSecond.label');
          const put = (value: number): void =>
            set({ knob: 'tasks', change: { samples: task === 0 ? [value, rows[1]] : [rows[0], value] } });
          return (
            <Knob
              key={task}
              label={label}
              help={t(task === 0 ? 'knob.samplesFirst.help' : 'knob.samplesSecond.help')}
              effect="restart"
              onReset={rows[task] === originalRows[task] ? null : () => put(originalRows[task])}
            >
              <RangeSlider
                label={label}
                labelHidden
                value={rows[task]}
                min={2}
                max={ROWS_SHOWN}
                scale="log"
                onChange={(value) => put(Math.round(value))}
              />
            </Knob>
          );
        })}
      {swept !== 'noise' && (
        <Knob
          label={t('knob.noise.label')}
          help={t('knob.noise.help')}
          effect="restart"
          onReset={noise === before.noise ? null : () => set({ knob: 'tasks', change: { noise: before.noise ?? 0 } })}
        >
          <RangeSlider
            label={t('knob.noise.label')}
            labelHidden
            value={noise}
            min={0}
            max={2}
            step={0.05}
            onChange={(value) => set({ knob: 'tasks', change: { noise: value } })}
          />
        </Knob>
      )}
    </>
  );
}

/** What of the teachers is rarely turned. */
export function MoreAngleKnobs() {
  const { t } = useTranslation('lab');
  const { lab } = useLab();
  const tasks = useLabState((state) => state.draft.experiment.tasks);
  if (tasks.source !== 'angle') return null;
  const fields = [
    { knob: 'dimension', value: tasks.dimension ?? DEFAULTS.angle.dimension, range: LIMITS.dimension },
    ...(tasks.teacher === 'linear'
      ? []
      : [{ knob: 'features', value: tasks.features ?? DEFAULTS.angle.features, range: LIMITS.features } as const]),
    { knob: 'testSamples', value: tasks.testSamples ?? DEFAULTS.angle.testSamples, range: LIMITS.samples },
  ] as const;
  const teacher = t('knob.teacher.label');
  return (
    <>
      <Knob label={teacher} help={t('knob.teacher.help')} effect="restart">
        <Select
          label={teacher}
          labelHidden
          value={tasks.teacher ?? DEFAULTS.angle.teacher}
          choices={(['linear', 'relu'] as const).map((value) => ({ value, label: t(`knob.teacher.${value}`) }))}
          onChange={(value) =>
            lab.edit({
              knob: 'tasks',
              change: { teacher: value, features: value === 'linear' ? 1 : DEFAULTS.angle.features },
            })
          }
        />
      </Knob>
      {fields.map(({ knob, value, range }) => (
        <Knob key={knob} label={t(`knob.${knob}.label`)} help={t(`knob.${knob}.help`)} effect="restart">
          <NumberField
            label={t(`knob.${knob}.label`)}
            labelHidden
            value={value}
            min={range.min}
            max={range.max}
            integer
            onCommit={(next) => lab.edit({ knob: 'tasks', change: { [knob]: next } })}
          />
        </Knob>
      ))}
    </>
  );
}
