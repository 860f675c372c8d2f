import { useTranslation } from 'react-i18next';
import type { BuiltSlide } from '../../course/registry';
import styles from './KnobBar.module.css';
import type { Show } from './useShow';

export interface KnobBarProps {
  readonly slide: BuiltSlide;
  readonly show: Show;
  /** Id of the view on the screen. */
  readonly view: string;
}

/** The few things to turn while presenting: a number key each, or a click. */
export function KnobBar({ slide, show, view }: KnobBarProps) {
  const { t } = useTranslation(['learn', 'course']);
  return (
    <div className={styles.bar} role="group" aria-label={t('learn:present.knobs')}>
      {slide.present.knobs.map((knob, index) => {
        const value = knob.values[show.places[index] ?? knob.start] ?? knob.values[0];
        const idle = !knob.views.some((each) => each === view);
        return (
          <button
            key={knob.id}
            type="button"
            className={styles.knob}
            data-idle={idle}
            onClick={(event) => {
              // The space bar goes back to running, not to this knob.
              event.currentTarget.blur();
              show.command({ do: 'knob', index, by: event.shiftKey ? -1 : 1 });
            }}
          >
            <span className={styles.name}>
              <kbd>{index + 1}</kbd> {t(`course:${slide.words}.present.knob.${knob.id}`)}
            </span>
            <span className={styles.value}>
              {typeof value === 'string'
                ? t(`course:${slide.words}.present.value.${value}`)
                : t(`course:${slide.words}.present.unit.${knob.id}`, { value })}
            </span>
            <span className={styles.effect}>{knob.effect === 'restart' ? t('learn:present.nextRun') : ''}</span>
          </button>
        );
      })}
    </div>
  );
}
