import { memo } from 'react';
import { ArmsEditor } from './ArmsEditor';
import styles from './LabDesk.module.css';
import knobStyles from './Knobs.module.css';
import { MoreKnobs } from './MoreKnobs';
import { PresetPicker, type PresetPickerProps } from './PresetPicker';
import { SeedKnobs } from './SeedKnobs';
import { TaskKnobs } from './TaskKnobs';
import { TrainingKnobs } from './TrainingKnobs';

/** The preset and its knobs. Nothing here changes while a run grows, so nothing here is drawn again. */
export const KnobColumn = memo(function KnobColumn(props: PresetPickerProps) {
  return (
    <div className={styles.controls}>
      <PresetPicker {...props} />
      <div className={knobStyles.knobs}>
        <TaskKnobs />
        <ArmsEditor />
        <TrainingKnobs />
        <SeedKnobs />
        <MoreKnobs />
      </div>
    </div>
  );
});
