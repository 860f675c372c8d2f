import { useTranslation } from 'react-i18next';
import type { RunMarks } from '../../charts/fromRecord/useRunMarks';
import { formatInteger } from '../../i18n';
import type { Failure } from '../../training/events';
import { Button } from '../../ui/Button';
import { useLab } from './LabContext';
import styles from './Notice.module.css';

export interface FailureNoticeProps {
  readonly failure: Failure;
  readonly step: number;
  readonly marks: RunMarks;
}

/** Why a run has stopped. A divergence is a lesson and comes with the way out of it. */
export function FailureNotice({ failure, step, marks }: FailureNoticeProps) {
  const { t } = useTranslation('lab');
  const { lab, backend, onLetPageChoose } = useLab();
  const { code, params } = failure;
  const at = formatInteger(Number(params['step'] ?? step));
  const task = marks.tasks[Number(params['taskIndex'] ?? -1)]?.name ?? String(params['task'] ?? '');
  const arm = marks.arms.find((mark) => mark.id === params['arm'])?.label ?? String(params['arm'] ?? '');
  const quantity = t(params['quantity'] === 'weight' ? 'quantity.weight' : 'quantity.loss');
  return (
    <div className={styles.notice} role="alert">
      <h2>{t(`failed.${code}.title`)}</h2>
      <p>{t(`failed.${code}.lead`, { step: at, task, arm, quantity })}</p>
      {code === 'diverged' && <p>{t('failed.diverged.why')}</p>}
      <div className={styles.actions}>
        {code === 'diverged' && (
          <Button kind="primary" onClick={() => lab.rewindSlower()}>
            {t('failed.diverged.slower')}
          </Button>
        )}
        {code === 'no-backend' && backend !== null && (
          <Button kind="primary" onClick={onLetPageChoose}>
            {t('failed.no-backend.auto')}
          </Button>
        )}
        <Button onClick={() => lab.rewind()}>{t('failed.rewind')}</Button>
      </div>
      {failure.detail !== '' && (
        <details>
          <summary>{t('failed.details')}</summary>
          <pre>{failure.detail}</pre>
        </details>
      )}
    </div>
  );
}
