import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { RunMarks } from '../../charts/fromRecord/useRunMarks';
import { formatInteger, formatSpeed } from '../../i18n';
import type { RunRecord } from '../../record/runRecord';
import type { SessionState } from '../../session/session';
import { laneCount } from '../../spec/experiment';
import { ArmKey } from '../../ui/ArmKey';
import { BACKEND_NAMES } from '../../ui/backendNames';
import { Button } from '../../ui/Button';
import { BackendDialog } from './BackendDialog';
import styles from './Panel.module.css';

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
    { name: t('facts.speed'), value: speed > 0 ? formatSpeed(speed) : '–' },
    { name: t('facts.networkSpeed'), value: speed > 0 ? formatSpeed(speed * laneCount(record.spec)) : '–' },
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
              <Button
                kind="quiet"
                onClick={() => setOpen(true)}
                label={`${BACKEND_NAMES[backend]}: ${t('facts.trials')}`}
              >
                <span className={styles.badge}>{BACKEND_NAMES[backend]}</span>
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
