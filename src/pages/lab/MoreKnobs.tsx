import { useTranslation } from 'react-i18next';
import { LIMITS } from '../../spec/limits';
import { taskShapes } from '../../spec/taskShapes';
import { Disclosure } from '../../ui/Disclosure';
import { Knob } from '../../ui/Knob';
import { NumberField } from '../../ui/NumberField';
import { Select } from '../../ui/Select';
import { Toggle } from '../../ui/Toggle';
import { useRunMarks } from '../../charts/fromRecord/useRunMarks';
import { MoreAngleKnobs } from './AngleKnobs';
import type { DraftExperiment } from './labDraft';
import { useLab, useLabState } from './LabContext';
import { LayerList } from './LayerList';

/** Everything that is turned less often, one click away. */
export function MoreKnobs() {
  const { t } = useTranslation('lab');
  return (
    <Disclosure summary={t('group.more')}>
      <WeightKnobs />
      <NetworkKnobs />
      <ScheduleKnobs />
      <MoreAngleKnobs />
      <MeasureKnobs />
    </Disclosure>
  );
}

function WeightKnobs() {
  const { t } = useTranslation('lab');
  const { lab } = useLab();
  const spec = useLabState((state) => state.spec);
  const source = spec.points[0]?.tasks;
  const { tasks } = useRunMarks(spec, source === undefined ? [] : taskShapes(source));
  const weights = spec.arms[0]?.taskWeights ?? [];
  return tasks.map((task, index) => {
    const label = t('knob.weights.label', { task: task.name });
    return (
      <Knob key={task.name} label={label} help={t('knob.weights.help')} effect="live">
        <NumberField
          label={label}
          labelHidden
          value={weights[index] ?? 1}
          min={LIMITS.taskWeight.min}
          max={LIMITS.taskWeight.max}
          step={0.1}
          onCommit={(value) =>
            lab.edit({
              knob: 'taskWeights',
              weights: tasks.map((_, at) => (at === index ? value : (weights[at] ?? 1))),
            })
          }
        />
      </Knob>
    );
  });
}

function NetworkKnobs() {
  const { t } = useTranslation('lab');
  const { lab } = useLab();
  const model = useLabState((state) => state.draft.experiment.model);
  return (['trunk', 'head'] as const).map((part) => (
    <Knob key={part} label={t(`knob.${part}.label`)} help={t(`knob.${part}.help`)} effect="restart">
      <LayerList layers={model[part]} onChange={(layers) => lab.edit({ knob: part, layers })} />
    </Knob>
  ));
}

function ScheduleKnobs() {
  const { t } = useTranslation('lab');
  const { lab } = useLab();
  const { schedule, steps } = useLabState((state) => state.draft.experiment.training);
  return (
    <>
      <Knob label={t('knob.schedule.label')} help={t('knob.schedule.help')} effect="restart">
        <Select
          label={t('knob.schedule.label')}
          labelHidden
          value={schedule.kind}
          choices={SCHEDULES.map((kind) => ({
            value: kind,
            label: t(`knob.schedule.${kind}`),
          }))}
          onChange={(kind) =>
            lab.edit({
              knob: 'training',
              change: { schedule: firstSchedule(kind, steps) },
            })
          }
        />
      </Knob>
      {(schedule.kind === 'step' || schedule.kind === 'exponential') && (
        <Knob label={t('knob.every.label')} help={t('knob.every.help')} effect="restart">
          <NumberField
            label={t('knob.every.label')}
            labelHidden
            value={schedule.every}
            min={LIMITS.scheduleEvery.min}
            max={LIMITS.scheduleEvery.max}
            integer
            unit={t('unit.steps')}
            onCommit={(every) => lab.edit({ knob: 'training', change: { schedule: { ...schedule, every } } })}
          />
        </Knob>
      )}
    </>
  );
}

function MeasureKnobs() {
  const { t } = useTranslation('lab');
  const { lab } = useLab();
  const { every, gradients } = useLabState((state) => state.spec.evaluation);
  return (
    <>
      <Knob label={t('knob.measureEvery.label')} help={t('knob.measureEvery.help')} effect="restart">
        <NumberField
          label={t('knob.measureEvery.label')}
          labelHidden
          value={every}
          min={LIMITS.evaluationEvery.min}
          max={LIMITS.evaluationEvery.max}
          integer
          unit={t('unit.steps')}
          onCommit={(value) => lab.edit({ knob: 'evaluation', change: { every: value } })}
        />
      </Knob>
      <Knob label={t('knob.gradients.label')} help={t('knob.gradients.help')} effect="restart">
        <Toggle
          label={t('knob.gradients.label')}
          checked={gradients}
          onChange={(on) => lab.edit({ knob: 'evaluation', change: { gradients: on } })}
        />
      </Knob>
    </>
  );
}

const SCHEDULES = ['constant', 'step', 'cosine', 'exponential', 'warmup'] as const;

/** A schedule with settings that suit the length of the run. */
function firstSchedule(kind: (typeof SCHEDULES)[number], steps: number): DraftExperiment['training']['schedule'] {
  const quarter = Math.max(1, Math.round(steps / 4));
  switch (kind) {
    case 'step':
    case 'exponential':
      return { kind, every: quarter };
    case 'warmup':
      return { kind, steps: Math.max(1, Math.round(steps / 10)) };
    case 'constant':
    case 'cosine':
      return { kind };
  }
}
