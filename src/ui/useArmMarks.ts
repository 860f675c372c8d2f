import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { formatSignificant } from '../i18n/numberFormat';
import { armMarks, type ArmMark, type MarkedArm } from './armMark';

/** Marks of an experiment's arms in the reader's language; `layers` = `layerCount(model)`. See {@link armMarks}. */
export function useArmMarks(arms: readonly MarkedArm[], layers: number): readonly ArmMark[] {
  const { t, i18n } = useTranslation('charts');
  const chinese = i18n.language.startsWith('zh');
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
          scheme: (word) => t(`scheme.${word}`),
          balancing: (kind) => t(`balancing.${kind}`),
          own: (label) => label[chinese ? 'zh-CN' : 'en'],
          width: (units) => t('scheme.width', { units }),
          on: { trunk: t('scheme.onTrunk'), all: t('scheme.onAll') },
        },
        (lambda) => formatSignificant(lambda, 2),
      ),
    [arms, layers, t, chinese],
  );
}
