import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { RunMarks } from '../../charts/fromRecord/useRunMarks';
import { formatInteger, formatSignificant } from '../../i18n';
import type { RunRecord } from '../../record/runRecord';
import type { SessionState } from '../../session/session';
import { laneCount } from '../../spec/experiment';
import { ArmKey } from '../../ui/ArmKey';
import { Button } from '../../ui/Button';
import { Dialog } from '../../ui/Dialog';
import { useLab } from './LabContext';
import styles from './Panel.module.css';

const WRITTEN = { webgpu: 'WebGPU', webgl: 'WebGL', wasm: 'WebAssembly', cpu: 'JavaScript' } as const;

export interface FactsPanelProps {
  readonly record: RunRecord;
  readonly marks: RunMarks;
  readonly phase: SessionState['phase'];
}

/** What trains, how fast, and how large: facts of this machine and this run. */
export function FactsPanel({ record, marks, phase }: FactsPanelProps) {
  const { t } = useTranslation('lab');
  const [open, setOpen] = useState(false);
  const { backend } = record.backend;
  const speed = record.stepsPerSecond;
  const facts = [
    { name: t('facts.speed'), value: speed > 0 ? formatSignificant(speed, 2) : '–' },
    { name: t('facts.networkSpeed'), value: speed > 0 ? formatSignificant(speed * laneCount(record.spec), 2) : '–' },
  ];
  return (
    <section className={styles.panel}>
      <h2>{t('facts.title')}</h2>
      <dl className={styles.facts}>
        <div>
          <dt>{t('facts.backend')}</dt>
          <dd>
            {phase === 'loading' ? (
              t('facts.waiting')
            ) : (
              <Button kind="quiet" onClick={() => setOpen(true)} label={`${WRITTEN[backend]}: ${t('facts.trials')}`}>
                <span className={styles.badge}>{WRITTEN[backend]}</span>
              </Button>
            )}
          </dd>
        </div>
        {facts.map(({ name, value }) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
      <h3>{t('facts.parameters')}</h3>
      <dl className={styles.facts}>
        {marks.arms.map((mark, arm) => (
          <div key={mark.id}>
            <dt>
              <ArmKey arm={mark} line={false} />
            </dt>
            <dd>{formatInteger(record.parameters[arm] ?? 0)}</dd>
          </div>
        ))}
      </dl>
      <BackendDialog record={record} open={open} onClose={() => setOpen(false)} />
    </section>
  );
}

interface BackendDialogProps {
  readonly record: RunRecord;
  readonly open: boolean;
  readonly onClose: () => void;
}

/** What was tried, in which order, and what came of it. */
function BackendDialog({ record, open, onClose }: BackendDialogProps) {
  const { t } = useTranslation('lab');
  const { backend: forced } = useLab();
  return (
    <Dialog open={open} onClose={onClose} title={t('facts.trials')}>
      <p>{forced === null ? t('facts.trialsLead') : t('facts.forced', { backend: WRITTEN[forced] })}</p>
      <ol className={styles.trials}>
        {record.backend.trials.map((trial) => (
          <li key={trial.backend}>
            <strong>{WRITTEN[trial.backend]}</strong> {t(`outcome.${trial.outcome}`)}:{' '}
            {t(trial.reason === 'not-asked' && forced !== null ? 'reason.not-forced' : `reason.${trial.reason}`)}
            {trial.detail !== '' && <div className={styles.note}>{trial.detail}</div>}
          </li>
        ))}
      </ol>
    </Dialog>
  );
}
