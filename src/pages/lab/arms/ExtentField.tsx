import { useTranslation } from 'react-i18next';
import { choice } from '../control';
import { SettingKnob } from '../SettingKnob';

export interface ExtentFieldProps {
  readonly on: 'trunk' | 'all' | undefined;
  readonly onChange: (on: 'trunk' | 'all') => void;
}

/** The trunk only, or heads too. */
export function ExtentField({ on = 'trunk', onChange }: ExtentFieldProps) {
  const { t } = useTranslation('methods');
  return (
    <SettingKnob
      label={t('knob.on.label')}
      help={t('knob.on.help')}
      control={choice('trunk', 'all')}
      value={on}
      word={(option) => t(`option.${option === 'all' ? 'all' : 'trunk'}`)}
      onChange={(value) => onChange(value === 'all' ? 'all' : 'trunk')}
    />
  );
}
