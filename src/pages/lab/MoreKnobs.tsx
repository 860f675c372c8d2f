import { useTranslation } from 'react-i18next';
import { LIMITS } from '../../spec/limits';
import { Disclosure } from '../../ui/Disclosure';
import { Knob } from '../../ui/Knob';
import { NumberField } from '../../ui/NumberField';
import { MoreAngleKnobs } from './AngleKnobs';
import { useLab, useLabState } from './LabContext';
import { LayerList } from './LayerList';
import { KnobProblems } from './KnobProblems';
import { MeasureKnobs } from './MeasureKnobs';
import { ScheduleKnobs } from './ScheduleKnobs';
import { SourceKnobs } from './data/SourceKnobs';
import { SweepChoice } from './SweepKnob';
import { useTaskNames } from './useTaskNames';

/** Everything that is turned less often, one click away. */
export function MoreKnobs() {
  const { t } = useTranslation('lab');
  return (
    <Disclosure summary={t('group.more')}>
      <WeightKnobs />
      <NetworkKnobs />
      <ScheduleKnobs />
      <MoreAngleKnobs />
      <SourceKnobs rare />
      <SweepChoice />
      <MeasureKnobs />
    </Disclosure>
  );
}

function WeightKnobs() {
  const { t } = useTranslation('lab');
  const { lab } = useLab();
  const { shapes, arms } = useLabState((state) => state.towers);
  const source = useLabState((state) => state.draft.experiment.tasks.source);
  const tasks = useTaskNames(shapes, source);
  const weights = arms[0]?.taskWeights ?? [];
  return tasks.map((task, index) => {
    const label = t('knob.weights.label', { task });
    return (
      <Knob key={task} label={label} help={t('knob.weights.help')} effect="live">
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
      <KnobProblems path={['experiment', 'model', part]} />
    </Knob>
  ));
}
