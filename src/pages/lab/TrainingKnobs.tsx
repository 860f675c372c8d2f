import { useTranslation } from 'react-i18next';
import { LIMITS } from '../../spec/limits';
import { Knob } from '../../ui/Knob';
import { NumberField } from '../../ui/NumberField';
import { RangeSlider } from '../../ui/RangeSlider';
import { Select } from '../../ui/Select';
import { Toggle } from '../../ui/Toggle';
import { KnobProblems } from './KnobProblems';
import { useLab, useLabState } from './LabContext';

/** Rates a slider reaches: up to where training runs away, which is worth seeing once. */
const RATE = { min: 1e-5, max: LIMITS.learningRate.max };
/** Rows per step when the reader first asks for fewer than all. */
const FIRST_BATCH = 16;

/** Rate, length, optimizer, rows per step. */
export function TrainingKnobs() {
  const { t } = useTranslation('lab');
  const { lab } = useLab();
  const training = useLabState((state) => state.draft.experiment.training);
  const original = useLabState((state) => state.draft.original.training);
  const { learningRate, steps, batch, optimizer } = training;
  return (
    <section aria-label={t('group.training')}>
      <Knob
        label={t('knob.rate.label')}
        help={t('knob.rate.help')}
        effect="live"
        onReset={
          learningRate === original.learningRate
            ? null
            : () => lab.edit({ knob: 'training', change: { learningRate: original.learningRate } })
        }
      >
        <RangeSlider
          label={t('knob.rate.label')}
          labelHidden
          value={learningRate}
          min={RATE.min}
          max={RATE.max}
          scale="log"
          onChange={(value) => lab.edit({ knob: 'training', change: { learningRate: value } })}
        />
      </Knob>
      <Knob
        label={t('knob.steps.label')}
        help={t('knob.steps.help')}
        effect="restart"
        onReset={
          steps === original.steps ? null : () => lab.edit({ knob: 'training', change: { steps: original.steps } })
        }
      >
        <RangeSlider
          label={t('knob.steps.label')}
          labelHidden
          value={steps}
          min={10}
          max={5000}
          scale="log"
          onChange={(value) => lab.edit({ knob: 'training', change: { steps: Math.round(value) } })}
        />
      </Knob>
      <Knob label={t('knob.optimizer.label')} help={t('knob.optimizer.help')} effect="restart">
        <Select
          label={t('knob.optimizer.label')}
          labelHidden
          value={optimizer.kind}
          choices={(['adam', 'sgd', 'momentum'] as const).map((kind) => ({
            value: kind,
            label: t(`knob.optimizer.${kind}`),
          }))}
          onChange={(kind) => lab.edit({ knob: 'training', change: { optimizer: { kind } } })}
        />
      </Knob>
      <Knob label={t('knob.batch.label')} help={t('knob.batch.help')} effect="restart">
        <Toggle
          label={t('knob.batch.full')}
          checked={batch === null}
          onChange={(full) => lab.edit({ knob: 'training', change: { batch: full ? null : FIRST_BATCH } })}
        />
        {batch !== null && (
          <NumberField
            label={t('knob.batch.label')}
            labelHidden
            value={batch}
            min={LIMITS.batch.min}
            max={LIMITS.batch.max}
            integer
            unit={t('unit.rows')}
            onCommit={(value) => lab.edit({ knob: 'training', change: { batch: value } })}
          />
        )}
        <KnobProblems path={['experiment', 'training', 'batch']} />
      </Knob>
    </section>
  );
}
