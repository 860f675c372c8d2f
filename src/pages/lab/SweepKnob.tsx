import { useTranslation } from 'react-i18next';
import { LIMITS } from '../../spec/limits';
import { Knob } from '../../ui/Knob';
import { useLab, useLabState } from './LabContext';
import { NumberList } from './NumberList';

/** The values that are compared side by side; there for presets that sweep something. */
export function SweepKnob() {
  const { t } = useTranslation('lab');
  const { lab } = useLab();
  const sweep = useLabState((state) => state.draft.experiment.sweep);
  if (sweep === undefined) return null;
  const range = LIMITS[sweep.over];
  const label = t(`knob.${sweep.over}.label`);
  return (
    <Knob label={label} help={t('knob.sweep.help')} effect="restart">
      <NumberList
        values={sweep.values}
        range={range}
        most={LIMITS.points.max}
        onChange={(values) => lab.edit({ knob: 'sweep', values })}
      />
    </Knob>
  );
}
