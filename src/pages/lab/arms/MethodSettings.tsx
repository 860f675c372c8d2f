import { useTranslation } from 'react-i18next';
import { factsOf, type MethodId } from '../../../ui/catalogue/methodId';
import type methods from '../../../i18n/locales/en/methods.json';
import { SettingKnob } from '../SettingKnob';
import { methodControl } from './methodControls';

type Option = keyof (typeof methods)['option'];

export interface MethodSettingsProps {
  readonly method: MethodId;
  /** By name, every default written out. */
  readonly values: Readonly<Record<string, unknown>>;
  readonly onChange: (name: string, value: string | number) => void;
  /** Where the method stands in the preset. */
  readonly path: readonly (string | number)[];
  /** Settings whose change reaches running networks. */
  readonly live?: readonly string[];
  /** Settings that stand elsewhere on the page. */
  readonly omit?: readonly string[];
}

/** The knobs of one method: its own and no others. */
export function MethodSettings({ method, values, onChange, path, live = [], omit = [] }: MethodSettingsProps) {
  const { t } = useTranslation('methods');
  return Object.entries(factsOf(method).knobs).map(([name, knob]) => {
    const control = methodControl(method, knob);
    const fixed = method === 'balancing.uncertainty-revised' && name === 'form';
    if (control === null || fixed || omit.includes(name) || values[name] === undefined) return null;
    return (
      <SettingKnob
        key={name}
        label={t(`knob.${knob}.label`)}
        help={t(`knob.${knob}.help`)}
        effect={live.includes(name) ? 'live' : 'restart'}
        control={control}
        value={values[name]}
        word={(option) => t(`option.${option as Option}`)}
        path={[...path, name]}
        onChange={(value) => {
          if (typeof value !== 'object') onChange(name, value);
        }}
      />
    );
  });
}
