import { useTranslation } from 'react-i18next';
import { resolveFusion } from '../../../spec/fusion';
import { LIMITS } from '../../../spec/limits';
import { FUSION_FACTS, type FusionName } from '../../../ui/catalogue/practiceFacts';
import { Knob } from '../../../ui/Knob';
import { NumberField } from '../../../ui/NumberField';
import { choice } from '../control';
import { SettingKnob } from '../SettingKnob';
import { ExtentField } from './ExtentField';
import { MethodSettings } from './MethodSettings';
import { TaskBoxes, type NamedTask } from './TaskBoxes';
import type { DraftEvent } from './timelineEvents';

type Fuse = Extract<DraftEvent, { do: 'fuse' }>;

export interface FusionFieldsProps {
  readonly event: Fuse;
  readonly tasks: readonly NamedTask[];
  readonly onChange: (event: DraftEvent) => void;
}

const METHODS = Object.keys(FUSION_FACTS).filter((name): name is FusionName => name in FUSION_FACTS);
const NO_PATH: readonly string[] = [];

/** How trunks become one, which of them, and whether heads too. */
export function FusionFields({ event, tasks, onChange }: FusionFieldsProps) {
  const { t } = useTranslation('methods');
  const method = resolveFusion(event.method);
  const fused = event.tasks ?? tasks.map(({ name }) => name);
  const withTasks = (names: readonly string[]): Fuse => {
    const { tasks: _before, ...rest } = event;
    // Weights are one per fused task.
    const next: Fuse =
      method.kind === 'weighted' ? { ...rest, method: { ...method, weights: names.map(() => 1) } } : rest;
    return names.length === tasks.length ? next : { ...next, tasks: names };
  };
  return (
    <>
      <SettingKnob
        label={t('knob.method.label')}
        help={t('knob.method.help')}
        control={choice(...METHODS)}
        value={method.kind}
        word={(option) => t(`fusion.${METHODS.find((each) => each === option) ?? 'mean'}.name`)}
        onChange={(value) => {
          const kind = METHODS.find((each) => each === value) ?? 'mean';
          const next: Fuse['method'] = kind === 'weighted' ? { kind, weights: fused.map(() => 1) } : { kind };
          onChange({ ...event, method: next });
        }}
      />
      {method.kind === 'weighted' && (
        <Knob label={t('knob.weights.label')} help={t('knob.weights.help')} effect="restart">
          {fused.map((name, index) => (
            <NumberField
              key={name}
              label={tasks.find((task) => task.name === name)?.label ?? name}
              value={method.weights[index] ?? 1}
              min={LIMITS.taskWeight.min}
              max={LIMITS.taskWeight.max}
              step={0.1}
              onCommit={(value) =>
                onChange({
                  ...event,
                  method: {
                    kind: 'weighted',
                    weights: fused.map((_, at) => (at === index ? value : (method.weights[at] ?? 1))),
                  },
                })
              }
            />
          ))}
        </Knob>
      )}
      <MethodSettings
        method={`fusion.${method.kind}`}
        values={{ ...method }}
        path={NO_PATH}
        onChange={(setting, value) => onChange({ ...event, method: { ...method, [setting]: value } })}
      />
      <Knob label={t('knob.tasks.label')} help={t('knob.tasks.help')} effect="restart">
        <TaskBoxes
          tasks={tasks}
          chosen={fused}
          onChange={(names) => {
            if (names.length > 0) onChange(withTasks(names));
          }}
        />
      </Knob>
      <ExtentField on={event.on} onChange={(on) => onChange({ ...event, on })} />
    </>
  );
}
