import { useTranslation } from 'react-i18next';
import type { PresetScheme } from '../../../spec/preset';
import { Button } from '../../../ui/Button';
import { Checkbox } from '../../../ui/Checkbox';
import { Disclosure } from '../../../ui/Disclosure';
import { KnobProblems } from '../KnobProblems';
import styles from '../Knobs.module.css';
import { useLab, useLabState } from '../LabContext';
import { useTaskNames } from '../useTaskNames';
import { inGroup, spareGroup } from './taskGroups';

export interface GroupsKnobProps {
  readonly arm: number;
  readonly scheme: Extract<PresetScheme, { scheme: 'hard' }>;
}

/** Who shares with whom: groups of tasks, by boxes. A task is in one group at most. */
export function GroupsKnob({ arm, scheme }: GroupsKnobProps) {
  const { t } = useTranslation(['lab', 'methods']);
  const { lab } = useLab();
  const shapes = useLabState((state) => state.towers.shapes);
  const source = useLabState((state) => state.draft.experiment.tasks.source);
  const names = useTaskNames(shapes, source);
  const { groups } = scheme;
  // Two tasks share or do not; there is nothing to group.
  if (shapes.length < 3 && groups === undefined) return null;
  const tasks = shapes.map(({ name }) => name);
  const put = (next: readonly (readonly string[])[] | null): void => lab.edit({ knob: 'groups', arm, groups: next });
  const summary = groups === undefined ? t('lab:arms.groups.all') : t('lab:arms.groups.some', { count: groups.length });
  return (
    <Disclosure summary={`${t('methods:knob.groups.label')}: ${summary}`}>
      <p className={styles.note}>{t('methods:knob.groups.help')}</p>
      {(groups ?? []).map((group, index) => {
        const title = t('lab:arms.groups.group', { n: index + 1 });
        return (
          <fieldset key={index} className={styles.checks}>
            <legend>{title}</legend>
            {tasks.map((task, at) => (
              <Checkbox
                key={task}
                label={names[at] ?? task}
                checked={group.includes(task)}
                onChange={(on) => put(inGroup(groups ?? [], index, task, on))}
              />
            ))}
            <Button
              kind="quiet"
              label={t('lab:list.removeNamed', { name: title })}
              onClick={() => {
                const left = (groups ?? []).filter((_, other) => other !== index);
                put(left.length === 0 ? null : left);
              }}
            >
              ×
            </Button>
          </fieldset>
        );
      })}
      <div className={styles.adders}>
        <Button
          kind="quiet"
          onClick={() => put([...(groups ?? []), spareGroup(groups ?? [], tasks)])}
          disabledReason={spareGroup(groups ?? [], tasks).length === 0 ? t('lab:arms.groups.full') : null}
        >
          {t('lab:arms.groups.add')}
        </Button>
        {groups !== undefined && (
          <Button kind="quiet" onClick={() => put(null)}>
            {t('lab:arms.groups.together')}
          </Button>
        )}
      </div>
      <KnobProblems path={['experiment', 'schemes', arm, 'groups']} />
    </Disclosure>
  );
}
