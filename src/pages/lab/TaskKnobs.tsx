import { useTranslation } from 'react-i18next';
import { AngleKnobs } from './AngleKnobs';
import { LeftNotice } from './data/LeftNotice';
import { SourceKnobs } from './data/SourceKnobs';
import { SourcePicker } from './data/SourcePicker';
import { StartKnob } from './data/StartKnob';
import { ChosenTasks, TaskRows } from './data/TaskRows';
import { useLabState } from './LabContext';
import { SweepKnob } from './SweepKnob';
import { TableNote } from './TableNote';

/** Where the data come from, and the knobs that matter for it. */
export function TaskKnobs() {
  const { t } = useTranslation('lab');
  const source = useLabState((state) => state.draft.experiment.tasks.source);
  return (
    <section aria-label={t('group.tasks')}>
      <SourcePicker />
      <LeftNotice />
      <SweepKnob />
      {source === 'angle' && <AngleKnobs />}
      {source === 'table' && <TableNote />}
      <ChosenTasks />
      <SourceKnobs rare={false} />
      <TaskRows />
      <StartKnob />
    </section>
  );
}
