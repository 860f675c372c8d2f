import { useTranslation } from 'react-i18next';
import { formatInteger } from '../../i18n';
import { laneCount } from '../../spec/experiment';
import { LIMITS } from '../../spec/limits';
import { Knob } from '../../ui/Knob';
import { NumberField } from '../../ui/NumberField';
import { RangeSlider } from '../../ui/RangeSlider';
import { useLab, useLabState } from './LabContext';
import styles from './Knobs.module.css';

/** Seeds that the slider offers; a class needs no more. */
const SEEDS_SHOWN = 50;

export function SeedKnobs() {
  const { t } = useTranslation('lab');
  const { lab } = useLab();
  const seeds = useLabState((state) => state.draft.experiment.seeds);
  const original = useLabState((state) => state.draft.original.seeds);
  const spec = useLabState((state) => state.spec);
  return (
    <section aria-label={t('group.seeds')}>
      <Knob
        label={t('knob.seedCount.label')}
        help={t('knob.seedCount.help')}
        effect="restart"
        onReset={seeds.count === original.count ? null : () => lab.edit({ knob: 'seedCount', count: original.count })}
      >
        <RangeSlider
          label={t('knob.seedCount.label')}
          labelHidden
          value={seeds.count}
          min={LIMITS.seeds.min}
          max={SEEDS_SHOWN}
          onChange={(count) => lab.edit({ knob: 'seedCount', count })}
        />
      </Knob>
      <Knob
        label={t('knob.firstSeed.label')}
        help={t('knob.firstSeed.help')}
        effect="restart"
        onReset={seeds.first === original.first ? null : () => lab.edit({ knob: 'firstSeed', first: original.first })}
      >
        <NumberField
          label={t('knob.firstSeed.label')}
          labelHidden
          value={seeds.first}
          min={LIMITS.seed.min}
          max={LIMITS.seed.max}
          integer
          onCommit={(first) => lab.edit({ knob: 'firstSeed', first })}
        />
      </Knob>
      <p className={styles.note}>
        {t('unit.networks', {
          networks: formatInteger(laneCount(spec)),
          points: spec.points.length,
          arms: spec.arms.length,
          seeds: spec.seeds.length,
        })}
      </p>
    </section>
  );
}
