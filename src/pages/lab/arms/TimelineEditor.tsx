import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { LIMITS } from '../../../spec/limits';
import { Button } from '../../../ui/Button';
import { Disclosure } from '../../../ui/Disclosure';
import { Select } from '../../../ui/Select';
import { KnobProblems } from '../KnobProblems';
import styles from '../Knobs.module.css';
import { useLab, useLabState } from '../LabContext';
import { useTaskNames } from '../useTaskNames';
import { EventFields } from './EventFields';
import { MethodButton } from './MethodButton';
import { eventKinds, inOrder, newEvent, type DraftEvent, type EventKind } from './timelineEvents';
import { useEventSentence } from './useEventSentence';

const NONE: readonly DraftEvent[] = [];

/** What happens to an arm while it trains, in the order of steps: read as sentences, changed one at a time. */
export function TimelineEditor({ arm }: { readonly arm: number }) {
  const { t } = useTranslation(['lab', 'methods']);
  const { lab } = useLab();
  const kind = useLabState((state) => state.draft.experiment.schemes[arm]?.scheme);
  const events = useLabState((state) => state.draft.experiment.schemes[arm]?.timeline ?? NONE);
  const source = useLabState((state) => state.draft.experiment.tasks.source);
  const towers = useLabState((state) => state.towers);
  const [edited, setEdited] = useState<number | null>(null);
  const names = useTaskNames(towers.shapes, source);
  const tasks = towers.shapes.map(({ name }, index) => ({ name, label: names[index] ?? name }));
  const sentence = useEventSentence((task) => tasks.find(({ name }) => name === task)?.label ?? task);
  if (kind === undefined) return null;
  const put = (next: readonly DraftEvent[]): void => lab.edit({ knob: 'timeline', arm, events: next });
  const kinds = eventKinds(kind, source);
  const path = ['experiment', 'schemes', arm, 'timeline'];
  const eventName = (each: EventKind): string =>
    each === 'anchor' ? t('lab:event.anchorName') : t(`methods:timeline.${each}.name`);
  return (
    <Disclosure
      summary={events.length === 0 ? t('lab:timeline.none') : t('lab:timeline.some', { count: events.length })}
    >
      <p className={styles.note}>{t('lab:timeline.help')}</p>
      <ol className={styles.events}>
        {inOrder(events).map((index) => {
          const event = events[index];
          if (event === undefined) return null;
          const says = sentence(event);
          return (
            <li key={index}>
              <div className={styles.event}>
                <button
                  type="button"
                  className={styles.eventName}
                  aria-expanded={edited === index}
                  onClick={() => setEdited(edited === index ? null : index)}
                >
                  {says}
                </button>
                <Button
                  kind="quiet"
                  label={t('lab:list.removeNamed', { name: says })}
                  onClick={() => {
                    setEdited(null);
                    put(events.filter((_, at) => at !== index));
                  }}
                >
                  ×
                </Button>
              </div>
              <KnobProblems path={[...path, index]} />
              {edited === index && (
                <div className={styles.eventFields}>
                  <MethodButton
                    methods={
                      event.do === 'fuse'
                        ? ['timeline.fuse', `fusion.${event.method.kind}`]
                        : [event.do === 'anchor' ? `timeline.anchor-${event.penalty}` : `timeline.${event.do}`]
                    }
                    title={eventName(event.do)}
                  />
                  <EventFields
                    event={event}
                    tasks={tasks}
                    steps={towers.training.steps}
                    onChange={(next) => put(events.map((other, at) => (at === index ? next : other)))}
                  />
                </div>
              )}
            </li>
          );
        })}
      </ol>
      {events.length < LIMITS.events.max && (
        <Select<EventKind | 'none'>
          label={t('lab:timeline.add')}
          labelHidden
          value="none"
          choices={[
            { value: 'none', label: t('lab:timeline.add') },
            ...kinds.map((value) => ({ value, label: eventName(value) })),
          ]}
          onChange={(value) => {
            if (value === 'none') return;
            put([...events, newEvent(value, towers, arm)]);
            setEdited(events.length);
          }}
        />
      )}
    </Disclosure>
  );
}
