import { useTranslation } from 'react-i18next';
import { LIMITS } from '../../spec/limits';
import { Knob } from '../../ui/Knob';
import { NumberField } from '../../ui/NumberField';
import { RangeSlider } from '../../ui/RangeSlider';
import { Select } from '../../ui/Select';
import type { Control } from './control';
import { KnobProblems } from './KnobProblems';
import { NumberList } from './NumberList';

export interface SettingKnobProps {
  readonly label: string;
  readonly help?: string;
  readonly effect?: 'live' | 'restart';
  readonly control: Control;
  readonly value: unknown;
  readonly onChange: (value: number | string | readonly number[]) => void;
  /** Word of a choice in the reader's language. */
  readonly word?: (option: string) => string;
  /** Where the setting stands in the preset: problems there are told here. */
  readonly path?: readonly (string | number)[];
  readonly onReset?: (() => void) | null;
}

/** One setting, turned in the way that suits it. A value of another kind than its control leaves the knob out. */
export function SettingKnob(props: SettingKnobProps) {
  const { label, help, effect = 'restart', path, onReset = null } = props;
  const body = <SettingControl {...props} />;
  return (
    <Knob label={label} effect={effect} onReset={onReset} {...(help === undefined ? {} : { help })}>
      {body}
      {path !== undefined && <KnobProblems path={path} />}
    </Knob>
  );
}

function SettingControl({ label, control, value, onChange, word = String }: SettingKnobProps) {
  const { t } = useTranslation('lab');
  switch (control.kind) {
    case 'slider': {
      if (typeof value !== 'number') return null;
      const { min, max, step, scale, unit } = control;
      return (
        <RangeSlider
          label={label}
          labelHidden
          value={value}
          min={scale === 'log-with-zero' && value === 0 ? min : Math.min(min, value)}
          max={Math.max(max, value)}
          onChange={(next) => onChange(unit === 'rows' ? Math.round(next) : next)}
          {...(step === undefined ? {} : { step })}
          {...(scale === undefined ? {} : { scale })}
          {...(unit === undefined || unit === 'rows' ? {} : { unit: t(`unit.${unit}`) })}
        />
      );
    }
    case 'number': {
      if (typeof value !== 'number') return null;
      const { min, max, integer } = LIMITS[control.limit];
      return (
        <NumberField
          label={label}
          labelHidden
          value={value}
          min={min}
          max={max}
          integer={integer}
          onCommit={onChange}
          {...(control.step === undefined ? {} : { step: control.step })}
          {...(control.unit === undefined ? {} : { unit: t(`unit.${control.unit}`) })}
        />
      );
    }
    case 'choice':
      return (
        <Select
          label={label}
          labelHidden
          value={String(value)}
          choices={control.words.map((option) => ({ value: option, label: word(option) }))}
          onChange={onChange}
        />
      );
    case 'list':
      return Array.isArray(value) ? (
        <NumberList
          values={value.filter((each) => typeof each === 'number')}
          range={LIMITS[control.limit]}
          most={control.most}
          onChange={onChange}
        />
      ) : null;
  }
}
