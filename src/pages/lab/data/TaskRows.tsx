import { useTranslation } from 'react-i18next';
import { ownSplit } from '../../../spec/sources/own';
import { PENGUIN_ROWS } from '../../../spec/sources/penguins';
import { WEATHER_ROWS } from '../../../spec/sources/weather';
import type { PresetTasks } from '../../../spec/preset';
import { Checkbox } from '../../../ui/Checkbox';
import { Knob } from '../../../ui/Knob';
import { KnobProblems } from '../KnobProblems';
import styles from '../Knobs.module.css';
import { useLab, useLabState } from '../LabContext';
import { SettingKnob } from '../SettingKnob';
import { useTaskNames } from '../useTaskNames';
import { CHOSEN_TASKS } from './sourceTaskSwitched';

/** Which of a source's tasks are trained, where that can be chosen. */
export function ChosenTasks() {
  const { t } = useTranslation(['lab', 'sources']);
  const { lab } = useLab();
  const tasks = useLabState((state) => state.draft.experiment.tasks);
  if (tasks.source !== 'penguins' && tasks.source !== 'weather') return null;
  const all = CHOSEN_TASKS[tasks.source];
  const chosen: readonly string[] = tasks.tasks ?? all;
  return (
    <Knob label={t('lab:knob.penguinTasks.label')} help={t(`sources:${tasks.source}.meaning`)} effect="restart">
      <div className={styles.checks}>
        {all.map((task) => (
          <Checkbox
            key={task}
            label={t(`sources:task.${task}`)}
            checked={chosen.includes(task)}
            onChange={(on) => lab.edit({ knob: 'sourceTask', task, on })}
          />
        ))}
      </div>
      <KnobProblems path={['experiment', 'tasks', 'tasks']} />
    </Knob>
  );
}

/** Rows of all training splits of real data; `null` where rows are generated. */
function rowsThere(tasks: PresetTasks): number | null {
  if (tasks.source === 'penguins') return PENGUIN_ROWS.train;
  if (tasks.source === 'weather') return WEATHER_ROWS.train;
  return tasks.source === 'own' ? ownSplit(tasks.rows).train : null;
}

/** Training rows of each task, where tasks can have different numbers of them. */
export function TaskRows() {
  const { t } = useTranslation(['lab', 'sources']);
  const { lab } = useLab();
  const tasks = useLabState((state) => state.draft.experiment.tasks);
  const shapes = useLabState((state) => state.towers.shapes);
  const sweep = useLabState((state) => state.draft.experiment.sweep);
  const names = useTaskNames(shapes, tasks.source);
  const rows = rowsOf(tasks);
  if (rows === null) return null;
  const there = rowsThere(tasks);
  const isSwept = (task: string): boolean =>
    sweep?.over === 'samples' && (sweep.task === undefined || sweep.task === task);
  const put = (task: number, next: number): void => {
    if (there !== null) lab.edit({ knob: 'labelled', task, rows: next >= there ? null : next });
    else if (tasks.source === 'related') {
      const changed = tasks.tasks?.map((each, at) => (at === task ? { ...each, samples: next } : each));
      lab.edit({ knob: 'tasks', change: { tasks: changed } });
    } else lab.edit({ knob: 'tasks', change: { samples: rows.map((old, at) => (at === task ? next : old)) } });
  };
  return shapes.map(({ name }, task) => {
    if (isSwept(name)) return null;
    const now = rows[task] ?? null;
    return (
      <SettingKnob
        key={name}
        label={t('lab:knob.taskRows.label', { task: names[task] ?? name })}
        help={there === null ? t('sources:knob.samples.help') : t('sources:knob.labelled.help')}
        control={{ kind: 'slider', min: 2, max: there ?? 5000, scale: 'log', unit: 'rows' }}
        value={now ?? there ?? 0}
        path={['experiment', 'tasks', there === null ? 'samples' : 'labelled', task]}
        onChange={(value) => {
          if (typeof value === 'number') put(task, value);
        }}
        onReset={there === null || now === null ? null : () => put(task, there)}
      />
    );
  });
}

/** One per task, `null` = all there are; `null` for a source with one number for all tasks. */
function rowsOf(tasks: PresetTasks): readonly (number | null)[] | null {
  switch (tasks.source) {
    case 'penguins':
    case 'weather':
    case 'own':
      return tasks.labelled ?? null;
    case 'related':
      return tasks.tasks?.map(({ samples }) => samples) ?? null;
    case 'negated':
    case 'text':
    case 'digits':
    case 'languages':
      return typeof tasks.samples === 'object' ? tasks.samples : null;
    default:
      return null;
  }
}
