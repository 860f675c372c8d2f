import { useTranslation } from 'react-i18next';
import { formatInteger, formatSpeed } from '../../i18n';
import type { RunRecord } from '../../record/runRecord';
import { laneCount } from '../../spec/experiment';
import { BACKEND_NAMES } from '../../ui/backendNames';
import { Dialog } from '../../ui/Dialog';
import { useLab } from './LabContext';
import styles from './Panel.module.css';

export interface BackendDialogProps {
  readonly record: RunRecord;
  readonly open: boolean;
  readonly onClose: () => void;
}

/** What was tried, in which order, and what came of it. */
export function BackendDialog({ record, open, onClose }: BackendDialogProps) {
  const { t } = useTranslation('lab');
  const { backend: forced } = useLab();
  const { trials, race = [], tensorLanes = [] } = record.backend;
  const networks = laneCount(record.spec);
  const raced = (backend: string): string | null => {
    const result = race.find((each) => each.backend === backend);
    if (result === undefined) return null;
    if (result.stepsPerSecond === 0) return t('race.failed');
    return t('race.speed', { speed: formatSpeed(result.stepsPerSecond * networks) });
  };
  return (
    <Dialog open={open} onClose={onClose} title={t('facts.trials')}>
      <p>{forced === null ? t('facts.trialsLead') : t('facts.forced', { backend: BACKEND_NAMES[forced] })}</p>
      <ol className={styles.trials}>
        {trials.map((trial) => {
          const speed = raced(trial.backend);
          return (
            <li key={trial.backend}>
              <strong>{BACKEND_NAMES[trial.backend]}</strong> {t(`outcome.${trial.outcome}`)}:{' '}
              {t(trial.reason === 'not-asked' && forced !== null ? 'reason.not-forced' : `reason.${trial.reason}`)}
              {speed !== null && <div>{speed}</div>}
              {trial.detail !== '' && <div className={styles.note}>{trial.detail}</div>}
            </li>
          );
        })}
      </ol>
      {tensorLanes.map(({ lanes, why }) => (
        <p key={why}>{t(`tensorLanes.${why}`, { lanes: formatInteger(lanes), networks: formatInteger(networks) })}</p>
      ))}
      <p className={styles.note}>{t('facts.fused')}</p>
    </Dialog>
  );
}
