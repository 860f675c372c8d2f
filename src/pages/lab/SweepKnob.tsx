import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { LIMITS } from '../../spec/limits';
import { Knob } from '../../ui/Knob';
import { NumberField } from '../../ui/NumberField';
import { Select } from '../../ui/Select';
import { firstSweep, folds, sweepOffers, type SweepOver } from './data/sweepOffers';
import { KnobProblems } from './KnobProblems';
import { useLab, useLabState } from './LabContext';
import { NumberList } from './NumberList';
import { useTaskNames } from './useTaskNames';

const SWEEP = ['experiment', 'sweep'];
const ALL = 'all';

/** The values that are compared side by side; there while something is swept. */
export function SweepKnob() {
  const { t } = useTranslation('lab');
  const { lab } = useLab();
  const sweep = useLabState((state) => state.draft.experiment.sweep);
  if (sweep === undefined) return null;
  const label = t(`knob.${sweep.over}.label`);
  return (
    <Knob label={label} help={t('knob.sweep.help')} effect="restart">
      {sweep.over === 'fold' ? (
        <NumberField
          label={label}
          labelHidden
          value={sweep.values.length}
          min={2}
          max={LIMITS.points.max}
          integer
          onCommit={(count) => lab.edit({ knob: 'sweep', values: folds(count) })}
        />
      ) : (
        <NumberList
          values={sweep.values}
          range={LIMITS[sweep.over]}
          most={LIMITS.points.max}
          onChange={(values) => lab.edit({ knob: 'sweep', values })}
        />
      )}
      <KnobProblems path={SWEEP} />
    </Knob>
  );
}

/** What is compared side by side: something that the source can vary, the width of the network, folds, or nothing. */
export function SweepChoice() {
  const { t } = useTranslation('lab');
  const { lab } = useLab();
  const experiment = useLabState((state) => state.draft.experiment);
  const shapes = useLabState((state) => state.towers.shapes);
  const names = useTaskNames(shapes, experiment.tasks.source);
  const { sweep } = experiment;
  const offers = useMemo(() => sweepOffers(experiment), [experiment]);
  const listed = sweep === undefined || offers.includes(sweep.over) ? offers : [sweep.over, ...offers];
  const label = t('knob.sweepOver.label');
  return (
    <Knob label={label} help={t('knob.sweep.help')} effect="restart">
      <Select<SweepOver | 'none'>
        label={label}
        labelHidden
        value={sweep?.over ?? 'none'}
        choices={[
          { value: 'none', label: t('knob.sweepOver.none') },
          ...listed.map((over) => ({ value: over, label: t(`knob.${over}.label`) })),
        ]}
        onChange={(over) =>
          lab.edit({ knob: 'sweepOver', sweep: over === 'none' ? null : firstSweep(over, experiment) })
        }
      />
      {sweep?.over === 'samples' && (
        <Select
          label={t('knob.sweepOver.task')}
          value={sweep.task ?? ALL}
          choices={[
            { value: ALL, label: t('event.allTasks') },
            ...shapes.map(({ name }, task) => ({ value: name, label: names[task] ?? name })),
          ]}
          onChange={(task) => {
            const { task: _before, ...every } = sweep;
            lab.edit({ knob: 'sweepOver', sweep: task === ALL ? every : { ...every, task } });
          }}
        />
      )}
    </Knob>
  );
}
