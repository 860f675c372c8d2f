import { useTranslation } from 'react-i18next';
import { Knob } from '../../ui/Knob';
import { Select } from '../../ui/Select';
import { MethodButton } from './arms/MethodButton';
import { MethodSettings } from './arms/MethodSettings';
import type { DraftExperiment } from './labDraft';
import { useLab, useLabState } from './LabContext';

type Schedule = DraftExperiment['training']['schedule'];

const SCHEDULES = ['constant', 'step', 'cosine', 'exponential', 'warmup'] as const;
const PATH = ['experiment', 'training', 'schedule'];

/** How the rate changes while training goes on, with the settings of the kind that is chosen. */
export function ScheduleKnobs() {
  const { t } = useTranslation('lab');
  const { lab } = useLab();
  const { schedule, steps } = useLabState((state) => state.draft.experiment.training);
  const values = useLabState((state) => state.towers.training.schedule);
  const label = t('knob.schedule.label');
  return (
    <>
      <Knob label={label} help={t('knob.schedule.help')} effect="restart">
        <Select
          label={label}
          labelHidden
          value={schedule.kind}
          choices={SCHEDULES.map((kind) => ({ value: kind, label: t(`knob.schedule.${kind}`) }))}
          onChange={(kind) => lab.edit({ knob: 'training', change: { schedule: firstSchedule(kind, steps) } })}
        />
        {schedule.kind !== 'constant' && <MethodButton methods={[`schedule.${schedule.kind}`]} title={label} />}
      </Knob>
      <MethodSettings
        method={`schedule.${schedule.kind}`}
        values={{ ...values }}
        path={PATH}
        onChange={(name, value) => lab.edit({ knob: 'training', change: { schedule: { ...schedule, [name]: value } } })}
      />
    </>
  );
}

/** A schedule with settings that suit the length of the run. */
function firstSchedule(kind: (typeof SCHEDULES)[number], steps: number): Schedule {
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
