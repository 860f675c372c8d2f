import { useTranslation } from 'react-i18next';
import { AngleKnobs } from './AngleKnobs';
import { useLabState } from './LabContext';
import { PenguinKnobs } from './PenguinKnobs';
import { SweepKnob } from './SweepKnob';
import { TableNote } from './TableNote';

/** The knobs that matter for where the data come from. */
export function TaskKnobs() {
  const { t } = useTranslation('lab');
  const source = useLabState((state) => state.draft.experiment.tasks.source);
  return (
    <section aria-label={t('group.tasks')}>
      <SweepKnob />
      {source === 'angle' && <AngleKnobs />}
      {source === 'penguins' && <PenguinKnobs />}
      {source === 'table' && <TableNote />}
    </section>
  );
}
