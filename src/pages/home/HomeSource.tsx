import { useTranslation } from 'react-i18next';
import type { usePresetRun } from '../../course/run/usePresetRun';
import { formatInteger } from '../../i18n';
import type { RunRecord } from '../../record/runRecord';
import { laneCount } from '../../spec/experiment';
import { Button } from '../../ui/Button';
import styles from './HomeFigure.module.css';

export interface HomeSourceProps {
  readonly run: ReturnType<typeof usePresetRun>;
  readonly record: RunRecord;
}

/** Whose numbers these are, and the button that makes them one's own. */
export function HomeSource({ run, record }: HomeSourceProps) {
  const { t } = useTranslation('home');
  const live = run.state.source === 'live';
  const counts = { networks: formatInteger(laneCount(record.spec)), seeds: record.spec.seeds.length };
  return (
    <p className={styles.source} role="status">
      {record.failure !== null ? t('failed', { code: record.failure.code }) : t(live ? 'live' : 'recorded', counts)}{' '}
      {!live && (
        <Button kind="quiet" onClick={() => run.runHere()}>
          {t('here')}
        </Button>
      )}
    </p>
  );
}
