import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { LivePartProps } from '../../course/courseSlide';
import type { BuiltSlide } from '../../course/registry';
import { ProgressBox } from '../../course/progress/ProgressBox';
import { Prose } from '../../course/reading/Prose';
import { useSlideParts, type LiveName } from '../../course/reading/useSlideParts';
import { useSlideText } from '../../course/reading/useSlideText';
import { usePresetRun } from '../../course/run/usePresetRun';
import type { BackendName } from '../../training/events';
import { Disclosure } from '../../ui/Disclosure';
import styles from './SlideReader.module.css';

export interface SlideReaderProps {
  readonly slide: BuiltSlide;
  readonly backend: BackendName | null;
}

/** The bands of one slide: text and live parts in reading order, the figure sticky beside the first of them. */
export function SlideReader({ slide, backend }: SlideReaderProps) {
  const { t } = useTranslation(['learn', 'course']);
  const run = usePresetRun(slide.figure.preset, backend, true);
  const text = useSlideText(slide.text);
  const parts = useSlideParts(slide);
  const question = slide.present.views.find(({ asks }) => asks);
  const props: LivePartProps = { run, backend };

  function live(name: LiveName): ReactNode {
    const Part = parts?.live[name];
    return Part === undefined ? <div className={styles.waiting} /> : <Part {...props} />;
  }

  return (
    <article className={styles.slide}>
      <header className={styles.head}>
        <p className={styles.place}>
          {t('learn:slide.place', { id: slide.id })}
          <Link to={`/present/${slide.id}`}>{t('learn:slide.present')}</Link>
          {question !== undefined && (
            <Link to={`/present/${slide.id}?view=${question.id}`}>{t('learn:slide.presentAsk')}</Link>
          )}
        </p>
        <h1>{t(`course:${slide.words}.title`)}</h1>
        <p className={styles.claim}>{t(`course:${slide.words}.claim`)}</p>
        <div className={styles.verdict}>
          {parts === null ? <p>&nbsp;</p> : <parts.Verdict {...props} spoilers={false} />}
        </div>
      </header>
      {slide.reading.map((band, index) => (
        <div key={index} className={styles.band} data-width={band.width} data-beside={band.beside !== null}>
          {band.beside !== null && <div className={styles.beside}>{live(band.beside)}</div>}
          <div className={styles.column}>
            {band.parts.map((part) => {
              if ('live' in part) return <div key={part.live}>{live(part.live)}</div>;
              const id = 'text' in part ? part.text : part.folded;
              const section = text?.sections.get(id);
              if (section === undefined) return <div key={id} className={styles.waiting} />;
              return 'text' in part ? (
                <section key={id} aria-labelledby={`section-${id}`}>
                  <h2 id={`section-${id}`}>{section.heading}</h2>
                  <Prose markdown={section.body} />
                </section>
              ) : (
                <Disclosure key={id} summary={section.heading}>
                  <Prose markdown={section.body} />
                </Disclosure>
              );
            })}
          </div>
        </div>
      ))}
      <div className={styles.band} data-width="reading">
        <div className={styles.column}>
          <ProgressBox slide={slide.id} />
        </div>
      </div>
    </article>
  );
}
