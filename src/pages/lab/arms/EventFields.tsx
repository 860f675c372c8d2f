import { useTranslation } from 'react-i18next';
import { LIMITS } from '../../../spec/limits';
import { Knob } from '../../../ui/Knob';
import { NumberField } from '../../../ui/NumberField';
import { Select } from '../../../ui/Select';
import { Toggle } from '../../../ui/Toggle';
import { choice } from '../control';
import { SettingKnob } from '../SettingKnob';
import { ExtentField } from './ExtentField';
import { FusionFields } from './FusionFields';
import { methodControl } from './methodControls';
import type { NamedTask } from './TaskBoxes';
import type { DraftEvent } from './timelineEvents';

export interface EventFieldsProps<Event extends DraftEvent = DraftEvent> {
  readonly event: Event;
  readonly tasks: readonly NamedTask[];
  /** Length of the training. */
  readonly steps: number;
  readonly onChange: (event: DraftEvent) => void;
}

/** When an event happens, and the settings of what happens. */
export function EventFields(props: EventFieldsProps) {
  const { t } = useTranslation('methods');
  const { event, steps, onChange } = props;
  const label = t('knob.at.label');
  return (
    <>
      <Knob label={label} help={t('knob.at.help')} effect="restart">
        <NumberField
          label={label}
          labelHidden
          value={event.at}
          min={LIMITS.eventStep.min}
          max={Math.max(event.at, steps)}
          integer
          onCommit={(at) => onChange({ ...event, at })}
        />
      </Knob>
      <OperationFields {...props} />
    </>
  );
}

function OperationFields({ event, tasks, steps, onChange }: EventFieldsProps) {
  switch (event.do) {
    case 'weights':
      return <WeightFields event={event} tasks={tasks} steps={steps} onChange={onChange} />;
    case 'scheme':
      return <SchemeFields event={event} tasks={tasks} steps={steps} onChange={onChange} />;
    case 'rate':
      return (
        <Setting
          knob="learningRate"
          value={event.learningRate}
          onChange={(learningRate) => onChange({ ...event, learningRate })}
        />
      );
    case 'rows':
      return <RowFields event={event} tasks={tasks} steps={steps} onChange={onChange} />;
    case 'adopt':
      return <TaskField task={event.task} tasks={tasks} onChange={(task) => onChange({ ...event, task })} />;
    case 'fuse':
      return <FusionFields event={event} tasks={tasks} onChange={onChange} />;
    case 'anchor':
      return <AnchorFields event={event} tasks={tasks} steps={steps} onChange={onChange} />;
    case 'prune':
      return (
        <>
          <Setting knob="sparsity" value={event.sparsity} onChange={(sparsity) => onChange({ ...event, sparsity })} />
          <ExtentField on={event.on} onChange={(on) => onChange({ ...event, on })} />
        </>
      );
    case 'quantise':
      return (
        <>
          <Setting knob="bits" value={event.bits} onChange={(bits) => onChange({ ...event, bits })} />
          <ExtentField on={event.on} onChange={(on) => onChange({ ...event, on })} />
        </>
      );
  }
}

interface SettingProps {
  readonly knob: 'learningRate' | 'sparsity' | 'bits' | 'lambda';
  readonly value: number;
  readonly onChange: (value: number) => void;
}

function Setting({ knob, value, onChange }: SettingProps) {
  const { t } = useTranslation('methods');
  const control = methodControl('timeline.rate', knob);
  if (control === null) return null;
  return (
    <SettingKnob
      label={t(`knob.${knob}.label`)}
      help={t(`knob.${knob}.help`)}
      control={control}
      value={value}
      onChange={(next) => {
        if (typeof next === 'number') onChange(next);
      }}
    />
  );
}

interface TaskFieldProps {
  readonly task: string;
  readonly tasks: readonly NamedTask[];
  readonly onChange: (task: string) => void;
}

function TaskField({ task, tasks, onChange }: TaskFieldProps) {
  const { t } = useTranslation('methods');
  return (
    <SettingKnob
      label={t('knob.task.label')}
      help={t('knob.task.help')}
      control={choice(...tasks.map(({ name }) => name))}
      value={task}
      word={(option) => tasks.find(({ name }) => name === option)?.label ?? option}
      onChange={(value) => onChange(String(value))}
    />
  );
}

type FieldsOf<Kind extends DraftEvent['do']> = EventFieldsProps<Extract<DraftEvent, { do: Kind }>>;

function WeightFields({ event, tasks, onChange }: FieldsOf<'weights'>) {
  const { t } = useTranslation('methods');
  return (
    <Knob label={t('knob.weights.label')} help={t('knob.weights.help')} effect="restart">
      {tasks.map(({ name, label }, index) => (
        <NumberField
          key={name}
          label={label}
          value={event.taskWeights[index] ?? 1}
          min={LIMITS.taskWeight.min}
          max={LIMITS.taskWeight.max}
          step={0.1}
          onCommit={(value) =>
            onChange({
              ...event,
              taskWeights: tasks.map((_, at) => (at === index ? value : (event.taskWeights[at] ?? 1))),
            })
          }
        />
      ))}
    </Knob>
  );
}

const TARGETS = ['alone', 'hard', 'full', 'soft'] as const;

function SchemeFields({ event, onChange }: FieldsOf<'scheme'>) {
  const { t } = useTranslation(['methods', 'charts']);
  const { to } = event;
  const value = to.scheme === 'hard' && to.share === 'everything' ? 'full' : to.scheme;
  return (
    <>
      <Knob label={t('methods:knob.scheme.label')} help={t('methods:knob.scheme.help')} effect="restart">
        <Select
          label={t('methods:knob.scheme.label')}
          labelHidden
          value={value}
          choices={TARGETS.map((each) => ({ value: each, label: t(`charts:scheme.${each}`) }))}
          onChange={(next) => {
            if (next === 'alone') onChange({ ...event, to: { scheme: 'alone' } });
            else if (next === 'soft') onChange({ ...event, to: { scheme: 'soft', lambda: 0.01 } });
            else onChange({ ...event, to: { scheme: 'hard', ...(next === 'full' ? { share: 'everything' } : {}) } });
          }}
        />
      </Knob>
      {to.scheme === 'soft' && (
        <Setting knob="lambda" value={to.lambda} onChange={(lambda) => onChange({ ...event, to: { ...to, lambda } })} />
      )}
    </>
  );
}

/** Rows of a small memory, when all rows are given up. */
const FEW = 10;

function RowFields({ event, tasks, onChange }: FieldsOf<'rows'>) {
  const { t } = useTranslation(['methods', 'lab']);
  return (
    <>
      <TaskField task={event.task} tasks={tasks} onChange={(task) => onChange({ ...event, task })} />
      <Knob label={t('methods:knob.rows.label')} help={t('methods:knob.rows.help')} effect="restart">
        <Toggle
          label={t('lab:knob.batch.full')}
          checked={event.rows === null}
          onChange={(all) => onChange({ ...event, rows: all ? null : FEW })}
        />
        {event.rows !== null && (
          <NumberField
            label={t('methods:knob.rows.label')}
            labelHidden
            value={event.rows}
            min={LIMITS.samples.min}
            max={LIMITS.samples.max}
            integer
            onCommit={(rows) => onChange({ ...event, rows })}
          />
        )}
      </Knob>
    </>
  );
}

function AnchorFields({ event, tasks, onChange }: FieldsOf<'anchor'>) {
  const { t } = useTranslation('methods');
  return (
    <>
      <SettingKnob
        label={t('knob.method.label')}
        control={choice('l2', 'ewc')}
        value={event.penalty}
        word={(option) => t(`timeline.anchor-${option === 'ewc' ? 'ewc' : 'l2'}.name`)}
        onChange={(value) => onChange({ ...event, penalty: value === 'ewc' ? 'ewc' : 'l2' })}
      />
      <Setting knob="lambda" value={event.lambda} onChange={(lambda) => onChange({ ...event, lambda })} />
      <TaskField task={event.task} tasks={tasks} onChange={(task) => onChange({ ...event, task })} />
    </>
  );
}
