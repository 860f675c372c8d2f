import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { StepCounter } from '../../charts/fromRecord/StepCounter';
import { useSlideParts } from '../../course/reading/useSlideParts';
import type { BuiltSlide } from '../../course/registry';
import { RunStatus } from '../../course/run/RunBar';
import { usePresetRun } from '../../course/run/usePresetRun';
import type { BackendName } from '../../training/events';
import { Button } from '../../ui/Button';
import { KeyList } from './KeyList';
import { KnobBar } from './KnobBar';
import { NotesPanel } from './NotesPanel';
import styles from './SlideShow.module.css';
import { useShow } from './useShow';

export interface SlideShowProps {
  readonly slide: BuiltSlide;
  readonly backend: BackendName | null;
}

export function SlideShow({ slide, backend }: SlideShowProps) {
  const { t } = useTranslation(['learn', 'course']);
  const run = usePresetRun(slide.figure.preset, backend, true);
  const parts = useSlideParts(slide);
  const show = useShow(slide, run);
  const view = slide.present.views[show.view];
  const asking = (view?.asks ?? false) && !show.revealed;
  const running = run.state.phase === 'running' || run.state.phase === 'loading';
  const go = asking
    ? 'learn:present.reveal'
    : run.state.source === 'live' && running
      ? 'learn:run.pause'
      : run.state.source === 'live' && run.state.phase === 'paused'
        ? 'learn:run.continue'
        : 'learn:run.here';

  return (
    <main className={styles.show}>
      <header className={styles.head}>
        <h1 className={styles.title}>
          <span className={styles.number}>{slide.id}</span> {t(`course:${slide.words}.title`)}
        </h1>
        <p className={styles.claim}>{t(`course:${slide.words}.shortClaim`)}</p>
        <div className={styles.verdict}>
          {asking ? (
            <p>{t('learn:present.verdictHidden')}</p>
          ) : (
            parts !== null && <parts.Verdict run={run} backend={backend} spoilers />
          )}
        </div>
      </header>
      <div className={styles.stage}>
        {parts !== null && view !== undefined && (
          <parts.Stage run={run} backend={backend} view={view.id} knobs={show.knobs} revealed={show.revealed} />
        )}
      </div>
      <footer className={styles.foot}>
        <div className={styles.line}>
          <nav className={styles.views} aria-label={t('learn:present.views')}>
            {slide.present.views.map(({ id }, index) => (
              <button
                key={id}
                type="button"
                className={styles.view}
                aria-current={index === show.view ? 'true' : undefined}
                onClick={(event) => {
                  // The space bar goes back to running, not to this button.
                  event.currentTarget.blur();
                  show.open(index);
                }}
              >
                {t(`course:${slide.words}.present.view.${id}`)}
              </button>
            ))}
          </nav>
          <div className={styles.status}>
            <RunStatus run={run} brief />
          </div>
          <Button kind="quiet" onClick={() => show.command({ do: 'help' })} shortcut="?">
            {t('learn:present.keys')}
          </Button>
          <Link to={`/learn/${slide.id}`}>{t('learn:present.leave')}</Link>
        </div>
        <div className={styles.line}>
          <KnobBar slide={slide} show={show} view={view?.id ?? ''} />
          <div className={styles.run}>
            <StepCounter session={run.session} steps={run.record?.spec.training.steps ?? 0} />
            <Button
              kind="primary"
              size="large"
              onClick={() => {
                if (document.activeElement instanceof HTMLElement) document.activeElement.blur();
                show.command({ do: 'go' });
              }}
            >
              {t(go)}
            </Button>
          </div>
        </div>
      </footer>
      {show.panel === 'help' && <KeyList slide={slide} onClose={show.closePanel} />}
      {show.panel === 'notes' && <NotesPanel slide={slide} onClose={show.closePanel} />}
    </main>
  );
}
