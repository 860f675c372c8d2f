import { useTranslation } from 'react-i18next';
import { PENGUIN_TASKS } from '../../spec/taskFields';
import { PENGUIN_ROWS } from '../../spec/taskShapes';
import { Checkbox } from '../../ui/Checkbox';
import { Knob } from '../../ui/Knob';
import { RangeSlider } from '../../ui/RangeSlider';
import { useLab, useLabState } from './LabContext';
import styles from './Knobs.module.css';

/** Which tasks, and how many penguins have a label for each. */
export function PenguinKnobs() {
  const { t } = useTranslation(['lab', 'common']);
  const { lab } = useLab();
  const tasks = useLabState((state) => state.draft.experiment.tasks);
  const sweep = useLabState((state) => state.draft.experiment.sweep);
  if (tasks.source !== 'penguins') return null;
  const chosen = tasks.tasks ?? PENGUIN_TASKS;
  const isSwept = (task: string): boolean =>
    sweep?.over === 'samples' && (sweep.task === undefined || sweep.task === task);
  return (
    <>
      <Knob label={t('lab:knob.penguinTasks.label')} help={t('lab:knob.penguinTasks.help')} effect="restart">
        <div className={styles.checks}>
          {PENGUIN_TASKS.map((task) => (
            <Checkbox
              key={task}
              label={t(`common:task.${task}`)}
              checked={chosen.includes(task)}
              onChange={(on) => lab.edit({ knob: 'penguinTask', task, on })}
            />
          ))}
        </div>
      </Knob>
      {chosen.map((task, index) => {
        if (isSwept(task)) return null;
        const label = t('lab:knob.labelled.label', { task: t(`common:task.${task}`) });
        const rows = tasks.labelled?.[index] ?? null;
        return (
          <Knob
            key={task}
            label={label}
            help={t('lab:knob.labelled.help')}
            effect="restart"
            onReset={rows === null ? null : () => lab.edit({ knob: 'labelled', task: index, rows: null })}
          >
            <RangeSlider
              label={label}
              labelHidden
              value={rows ?? PENGUIN_ROWS.train}
              min={2}
              max={PENGUIN_ROWS.train}
              scale="log"
              onChange={(value) => {
                const whole = Math.round(value);
                lab.edit({ knob: 'labelled', task: index, rows: whole >= PENGUIN_ROWS.train ? null : whole });
              }}
            />
          </Knob>
        );
      })}
    </>
  );
}
