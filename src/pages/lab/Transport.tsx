import { useTranslation } from 'react-i18next';
import { useStore } from 'zustand';
import { StepCounter } from '../../charts/fromRecord/StepCounter';
import { Button } from '../../ui/Button';
import { SegmentedControl } from '../../ui/SegmentedControl';
import { useLab, useLabState } from './LabContext';
import { PACES } from './labStore';
import styles from './Transport.module.css';

/** The run's state and its buttons. It stays in its place whatever happens; the state is told by word and by shape. */
export function Transport() {
  const { t } = useTranslation('lab');
  const { lab, session } = useLab();
  const phase = useStore(session.store, (state) => state.phase);
  const steps = useLabState((state) => state.spec.training.steps);
  const pace = useLabState((state) => state.pace);
  const running = phase === 'running';
  const ended = phase === 'finished' || phase === 'failed';
  return (
    <section className={styles.transport} aria-label={t('transport.label')} data-phase={phase}>
      <div className={styles.state}>
        <span className={styles.lamp} aria-hidden="true" />
        <span className={styles.word}>{t(`state.${phase}`)}</span>
        <StepCounter session={session} steps={steps} />
      </div>
      <div className={styles.buttons}>
        <div className={styles.play}>
          <Button kind="primary" size="large" onClick={() => lab.toggle()}>
            {t(running ? 'transport.pause' : ended ? 'transport.again' : 'transport.run')}
          </Button>
        </div>
        <Button onClick={() => lab.step()} shortcut="." disabledReason={ended ? t('transport.stepDone') : null}>
          {t('transport.step')}
        </Button>
        <Button onClick={() => lab.rewind()} shortcut="r">
          {t('transport.rewind')}
        </Button>
        <Button onClick={() => lab.newSeed()} shortcut="n">
          {t('transport.newSeed')}
        </Button>
      </div>
      <div className={styles.pace}>
        <SegmentedControl
          label={t('transport.pace')}
          value={String(pace)}
          choices={PACES.map((each) => ({
            value: String(each),
            label: each === null ? t('transport.flat') : String(each),
          }))}
          onChange={(value) => lab.setPace(PACES.find((each) => String(each) === value) ?? null)}
        />
      </div>
    </section>
  );
}
