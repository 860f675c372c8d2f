import { useTranslation } from 'react-i18next';
import { layerCount, type ModelSpec } from '../../../spec/experiment';
import type { PresetScheme } from '../../../spec/preset';
import { Knob } from '../../../ui/Knob';
import { Select } from '../../../ui/Select';
import { KnobProblems } from '../KnobProblems';
import { useLab } from '../LabContext';

export interface ShareKnobProps {
  readonly arm: number;
  readonly scheme: Extract<PresetScheme, { scheme: 'hard' }>;
  readonly model: ModelSpec;
}

/** How many layers hard sharing ties, in words where there is one. */
export function ShareKnob({ arm, scheme, model }: ShareKnobProps) {
  const { t } = useTranslation('lab');
  const { lab } = useLab();
  const trunk = model.trunk.length;
  const all = layerCount(model);
  const named = [
    { value: 'nothing', label: t('knob.share.nothing') },
    ...Array.from({ length: all - 1 }, (_, index) => index + 1)
      .filter((n) => n !== trunk)
      .map((n) => ({ value: String(n), label: t('knob.share.layers', { n, all }) })),
    ...(trunk > 0 ? [{ value: 'trunk', label: t('knob.share.trunk') }] : []),
    { value: 'everything', label: t('knob.share.everything') },
  ];
  const value = String(scheme.share ?? (trunk > 0 ? 'trunk' : 'everything'));
  // A depth that the network no longer has stays to be seen, beside what is said of it.
  const lost = named.some((each) => each.value === value)
    ? []
    : [{ value, label: value === 'trunk' ? t('knob.share.trunk') : t('knob.share.layers', { n: Number(value), all }) }];
  return (
    <Knob label={t('knob.share.label')} help={t('knob.share.help')} effect="restart">
      <Select
        label={t('knob.share.label')}
        labelHidden
        value={value}
        choices={[...named, ...lost]}
        onChange={(chosen) => {
          const word = (['nothing', 'trunk', 'everything'] as const).find((each) => each === chosen);
          lab.edit({ knob: 'share', arm, share: word ?? Number(chosen) });
        }}
      />
      <KnobProblems path={['experiment', 'schemes', arm, 'share']} />
    </Knob>
  );
}
