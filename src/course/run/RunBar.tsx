import { useTranslation } from 'react-i18next';
import { formatInteger } from '../../i18n';
import { laneCount } from '../../spec/experiment';
import { BACKEND_NAMES } from '../../ui/backendNames';
import { Button } from '../../ui/Button';
import { StatusLine } from '../../ui/StatusLine';
import type { PresetRun } from './presetRun';
import styles from './RunBar.module.css';

/** Which numbers are shown - recorded or this machine's - and the buttons that change that. */
export function RunBar({ run }: { readonly run: PresetRun }) {
  const { t } = useTranslation('learn');
  const { state, recording } = run;
  const live = state.source === 'live';
  const running = state.phase === 'running' || state.phase === 'loading';
  return (
    <div className={styles.bar}>
      <div className={styles.buttons}>
        {!live && state.phase === 'running' ? (
          <Button onClick={run.pause}>{t('run.pauseReplay')}</Button>
        ) : (
          <Button kind="primary" onClick={() => run.toggle()}>
            {t(!live ? 'run.here' : running ? 'run.pause' : state.phase === 'paused' ? 'run.continue' : 'run.again')}
          </Button>
        )}
        {live && recording === 'shipped' && <Button onClick={run.showRecording}>{t('run.back')}</Button>}
        {!live && state.phase !== 'running' && recording === 'shipped' && (
          <Button kind="quiet" onClick={() => run.session.run()}>
            {t('run.replay')}
          </Button>
        )}
      </div>
      <RunStatus run={run} />
    </div>
  );
}

/** One sentence on what is shown, with a bar of the steps done. `brief`: where the step is shown elsewhere. */
export function RunStatus({ run, brief = false }: { readonly run: PresetRun; readonly brief?: boolean }) {
  const { t } = useTranslation(['learn', 'errors']);
  const { state, record, recording } = run;
  const steps = record?.spec.training.steps ?? 0;
  const shownStep = record?.evaluations.at(run.evaluation)?.step ?? record?.step ?? 0;
  const numbers = {
    step: formatInteger(shownStep),
    steps: formatInteger(steps),
    networks: record === null ? '' : formatInteger(laneCount(record.spec)),
    backend: record === null ? '' : BACKEND_NAMES[record.backend.backend],
  };
  const message = ((): string => {
    if (state.phase === 'failed') return t('learn:run.failed', { code: record?.failure?.code ?? '' });
    if (state.source === 'live' && (state.phase === 'loading' || record === null)) return t('learn:run.opening');
    if (brief && (state.source === 'live' || recording === 'shipped')) {
      return t(state.source === 'live' ? 'learn:run.briefHere' : 'learn:run.briefRecorded', numbers);
    }
    if (state.source === 'live') {
      if (state.phase === 'running') return t('learn:run.running', numbers);
      return t(state.phase === 'finished' ? 'learn:run.finished' : 'learn:run.paused', numbers);
    }
    if (recording === 'loading') return t('learn:run.fetching');
    if (recording === 'missing') return t('learn:run.missing');
    return t('learn:run.recorded', numbers);
  })();
  return (
    <div className={styles.status}>
      <progress
        className={styles.progress}
        max={Math.max(1, steps)}
        value={shownStep}
        aria-label={t('learn:run.progress')}
      />
      <StatusLine message={message} urgent={state.phase === 'failed'} />
    </div>
  );
}
