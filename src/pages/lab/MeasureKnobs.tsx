import { useTranslation } from 'react-i18next';
import { PROBES } from '../../spec/experiment';
import { LIMITS } from '../../spec/limits';
import { Checkbox } from '../../ui/Checkbox';
import { Knob } from '../../ui/Knob';
import { NumberField } from '../../ui/NumberField';
import { Toggle } from '../../ui/Toggle';
import { KnobProblems } from './KnobProblems';
import styles from './Knobs.module.css';
import { useLab, useLabState } from './LabContext';

/** When something is measured, and what beyond losses and scores; each measurement with what it costs. */
export function MeasureKnobs() {
  const { t } = useTranslation('lab');
  const { lab } = useLab();
  const { every, gradients } = useLabState((state) => state.spec.evaluation);
  const written = useLabState((state) => state.draft.experiment.evaluation);
  const probes = written?.probes ?? [];
  return (
    <>
      <Knob label={t('knob.measureEvery.label')} help={t('knob.measureEvery.help')} effect="restart">
        <NumberField
          label={t('knob.measureEvery.label')}
          labelHidden
          value={written?.every ?? every}
          min={LIMITS.evaluationEvery.min}
          max={LIMITS.evaluationEvery.max}
          integer
          unit={t('unit.steps')}
          onCommit={(value) => lab.edit({ knob: 'evaluation', change: { every: value } })}
        />
      </Knob>
      <Knob label={t('knob.gradients.label')} help={t('knob.gradients.help')} effect="restart">
        <Toggle
          label={t('knob.gradients.label')}
          checked={written?.gradients ?? gradients}
          onChange={(on) => lab.edit({ knob: 'evaluation', change: { gradients: on } })}
        />
        <KnobProblems path={['experiment', 'evaluation', 'gradients']} />
      </Knob>
      <Knob label={t('knob.probes.label')} help={t('knob.probes.help')} effect="restart">
        {PROBES.map((probe) => (
          <div key={probe}>
            <Checkbox
              label={t(`knob.probes.${probe}.label`)}
              checked={probes.includes(probe)}
              onChange={(on) =>
                lab.edit({
                  knob: 'evaluation',
                  change: { probes: PROBES.filter((each) => (each === probe ? on : probes.includes(each))) },
                })
              }
            />
            <p className={styles.note}>{t(`knob.probes.${probe}.cost`)}</p>
          </div>
        ))}
        <KnobProblems path={['experiment', 'evaluation', 'probes']} />
      </Knob>
    </>
  );
}
