import { useTranslation } from 'react-i18next';
import { LIMITS } from '../../../spec/limits';
import { Disclosure } from '../../../ui/Disclosure';
import { Knob } from '../../../ui/Knob';
import { NumberField } from '../../../ui/NumberField';
import { Toggle } from '../../../ui/Toggle';
import { logSlider } from '../control';
import { KnobProblems } from '../KnobProblems';
import { useLab, useLabState } from '../LabContext';
import { SettingKnob } from '../SettingKnob';
import { useTaskNames } from '../useTaskNames';

const RATE = logSlider(1e-5, 10);

/** What an arm may have for itself although all others share it: rate, width, weights of the losses. */
export function ArmMore({ arm }: { readonly arm: number }) {
  const { t } = useTranslation(['lab', 'methods']);
  const { lab } = useLab();
  const scheme = useLabState((state) => state.draft.experiment.schemes[arm]);
  const towers = useLabState((state) => state.towers);
  const source = useLabState((state) => state.draft.experiment.tasks.source);
  const names = useTaskNames(towers.shapes, source);
  const resolved = towers.arms[arm];
  if (scheme === undefined || resolved === undefined) return null;
  const units = towers.model.trunk[0]?.units;
  const weights = resolved.taskWeights;
  return (
    <Disclosure summary={t('lab:arms.more')}>
      <SettingKnob
        label={t('lab:knob.armRate.label')}
        help={t('lab:knob.armRate.help')}
        effect="live"
        control={RATE}
        value={resolved.learningRate}
        path={['experiment', 'schemes', arm, 'learningRate']}
        onChange={(value) => {
          if (typeof value === 'number') lab.edit({ knob: 'armRate', arm, learningRate: value });
        }}
        onReset={
          scheme.learningRate === undefined ? null : () => lab.edit({ knob: 'armRate', arm, learningRate: null })
        }
      />
      {units !== undefined && (
        <Knob label={t('lab:knob.armWidth.label')} help={t('methods:knob.width.help')} effect="restart">
          <Toggle
            label={t('lab:arms.asAll')}
            checked={resolved.width === null}
            onChange={(asAll) => lab.edit({ knob: 'armWidth', arm, width: asAll ? null : units })}
          />
          {resolved.width !== null && (
            <NumberField
              label={t('lab:knob.armWidth.label')}
              labelHidden
              value={resolved.width}
              min={LIMITS.units.min}
              max={LIMITS.units.max}
              integer
              unit={t('lab:unit.units')}
              onCommit={(width) => lab.edit({ knob: 'armWidth', arm, width })}
            />
          )}
          <KnobProblems path={['experiment', 'schemes', arm, 'width']} />
        </Knob>
      )}
      <Knob
        label={t('lab:knob.armWeights.label')}
        help={t('lab:knob.armWeights.help')}
        effect="live"
        onReset={scheme.taskWeights === undefined ? null : () => lab.edit({ knob: 'armWeights', arm, weights: null })}
      >
        {names.map((task, index) => (
          <NumberField
            key={task}
            label={task}
            value={weights[index] ?? 1}
            min={LIMITS.taskWeight.min}
            max={LIMITS.taskWeight.max}
            step={0.1}
            onCommit={(value) =>
              lab.edit({
                knob: 'armWeights',
                arm,
                weights: names.map((_, at) => (at === index ? value : (weights[at] ?? 1))),
              })
            }
          />
        ))}
        <KnobProblems path={['experiment', 'schemes', arm, 'taskWeights']} />
      </Knob>
    </Disclosure>
  );
}
