import { useEffect, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { LossCurves } from '../../charts/LossCurves';
import { lossSeries } from '../../charts/fromRecord/lossSeries';
import { sideBySide } from '../../charts/fromRecord/sideBySide';
import { StepCounter } from '../../charts/fromRecord/StepCounter';
import { useRunMarks } from '../../charts/fromRecord/useRunMarks';
import { useStepFocus } from '../../charts/useStepFocus';
import { usePresetRun } from '../../course/run/usePresetRun';
import type { RunRecord } from '../../record/runRecord';
import type { BackendName } from '../../training/events';
import { Button } from '../../ui/Button';
import { AngleKnob } from './AngleKnob';
import { FigureSkeleton } from './FigureSkeleton';
import { HomeGains } from './HomeGains';
import { HomeSource } from './HomeSource';
import { HomeTowers } from './HomeTowers';
import styles from './HomeFigure.module.css';

import { shownPart } from './shownPart';

/** A short sweep over the angle: alone, hard and one soft arm. */
const PRESET = 'first-look';

export function HomeFigure({ backend }: { readonly backend: BackendName | null }) {
  const run = usePresetRun(PRESET, backend, true);
  const { recording, runHere } = run;
  // Nothing shipped: this machine trains it, which is the same picture a few seconds later.
  useEffect(() => {
    if (recording === 'missing') runHere();
  }, [recording, runHere]);
  if (run.record === null) return <FigureSkeleton />;
  return <Figure run={run} record={run.record} />;
}

interface FigureProps {
  readonly run: ReturnType<typeof usePresetRun>;
  readonly record: RunRecord;
}

function Figure({ run, record }: FigureProps) {
  const { t } = useTranslation('home');
  const { spec } = record;
  // The same task twice: everybody expects sharing to help, and it does. The next angles are the surprise.
  const [chosen, setPoint] = useState(0);
  const point = Math.min(chosen, spec.points.length - 1);
  const arms = useMemo(() => sideBySide(spec.arms), [spec.arms]);
  const marks = useRunMarks(spec, record.tasks);
  const focus = useStepFocus(undefined);
  const part = useMemo(() => shownPart(record, run.evaluation), [record, run.evaluation]);
  const series = useMemo(() => lossSeries(part, { point, arms, splits: ['test'] }), [part, point, arms]);
  const running = run.state.phase === 'running';

  return (
    <section className={styles.figure} aria-label={t('figure')}>
      <div className={styles.controls}>
        <AngleKnob points={spec.points} point={point} onChange={setPoint} />
        <div className={styles.transport}>
          <StepCounter session={run.session} steps={spec.training.steps} />
          <Button
            kind="primary"
            onClick={() => {
              if (running) run.pause();
              else run.session.run();
            }}
          >
            {t(running ? 'pause' : run.state.phase === 'finished' ? 'again' : 'play')}
          </Button>
        </div>
      </div>
      <HomeTowers record={record} evaluation={run.evaluation} arms={arms} marks={marks} point={point} />
      <div className={styles.results}>
        <div>
          <LossCurves
            tasks={marks.tasks}
            arms={marks.arms}
            series={series}
            lastStep={spec.training.steps}
            scale="linear"
            focus={focus}
            height={190}
          />
        </div>
        <div>
          <h2>{t('gain')}</h2>
          <HomeGains record={record} evaluation={run.evaluation} arms={arms} marks={marks} point={point} />
        </div>
      </div>
      <HomeSource run={run} record={record} />
    </section>
  );
}
