import { useTranslation } from 'react-i18next';
import type { RunMarks } from '../../../charts/fromRecord/useRunMarks';
import { ArmKey } from '../../../ui/ArmKey';
import { Select } from '../../../ui/Select';
import { useLab } from '../LabContext';

export interface ArmChoiceProps {
  readonly marks: RunMarks;
  /** Indices of the arms that can be shown. */
  readonly offered: readonly number[];
  readonly arm: number;
}

/** Whose picture this is; where several have one, a list to choose from. The choice holds for the whole desk. */
export function ArmChoice({ marks, offered, arm }: ArmChoiceProps) {
  const { t } = useTranslation('lab');
  const { lab } = useLab();
  const mark = marks.arms[arm];
  if (offered.length < 2) return mark === undefined ? null : <ArmKey arm={mark} line={false} />;
  return (
    <Select
      label={t('hero.arm')}
      labelHidden
      value={String(arm)}
      choices={offered.map((index) => ({ value: String(index), label: marks.arms[index]?.label ?? '' }))}
      onChange={(value) => lab.look({ arm: Number(value) })}
    />
  );
}
