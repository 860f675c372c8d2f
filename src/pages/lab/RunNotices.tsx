import { useTranslation } from 'react-i18next';
import type { RunMarks } from '../../charts/fromRecord/useRunMarks';
import type { RunRecord } from '../../record/runRecord';
import type { SessionState } from '../../session/session';
import { Button } from '../../ui/Button';
import { classNames } from '../../ui/classNames';
import { FailureNotice } from './FailureNotice';
import { useLab, useLabState } from './LabContext';
import { needsRewind } from './needsRewind';
import styles from './Notice.module.css';
import { ProblemList } from './ProblemList';
import { RecoveryNotice } from './RecoveryNotice';

export interface RunNoticesProps {
  readonly record: RunRecord | null;
  readonly phase: SessionState['phase'];
  readonly marks: RunMarks;
}

/** What happened, what is safe, what to do; nothing when there is nothing to say. */
export function RunNotices({ record, phase, marks }: RunNoticesProps) {
  const { t } = useTranslation('lab');
  const { lab } = useLab();
  const problems = useLabState((state) => state.problems);
  const spec = useLabState((state) => state.spec);
  const begun = record !== null && record.step > 0 && phase !== 'loading';
  const stale = begun && phase !== 'failed' && problems.length === 0 && needsRewind(record, spec);
  return (
    <>
      {problems.length > 0 && (
        <div className={styles.notice} role="alert">
          <h2>{t('problems.title')}</h2>
          <ProblemList problems={problems} />
          {record !== null && <p>{t('problems.kept')}</p>}
        </div>
      )}
      {record?.failure !== undefined && record.failure !== null && phase === 'failed' && (
        <FailureNotice failure={record.failure} step={record.step} marks={marks} />
      )}
      {stale && (
        <div className={classNames(styles.notice, styles.calm)} role="status">
          <span>{t('notice.stale')}</span>
          <Button onClick={() => lab.rewind()}>{t('notice.apply')}</Button>
        </div>
      )}
      {record !== null && phase !== 'failed' && <RecoveryNotice record={record} />}
    </>
  );
}
