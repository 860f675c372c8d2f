import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { formatSignificant } from '../i18n/numberFormat';
import type { ArmSpec } from '../spec/experiment';
import { armMarks, type ArmMark } from './armMark';

/** Marks of an experiment's arms in the reader's language; `layers` = `layerCount(model)`. See {@link armMarks}. */
export function useArmMarks(arms: readonly Pick<ArmSpec, 'id' | 'scheme'>[], layers: number): readonly ArmMark[] {
  const { t } = useTranslation('charts');
  return useMemo(
    () =>
      armMarks(
        arms,
        layers,
        {
          alone: t('scheme.alone'),
          hard: t('scheme.hard'),
          full: t('scheme.full'),
          soft: t('scheme.soft'),
          on: { trunk: t('scheme.onTrunk'), all: t('scheme.onAll') },
        },
        (lambda) => formatSignificant(lambda, 2),
      ),
    [arms, layers, t],
  );
}
