import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useShownRecord } from '../../../charts/fromRecord/useShownRecord';
import { formatInteger } from '../../../i18n';
import { presetById } from '../../../presets';
import { createSession } from '../../../session/createSession';
import { resolve } from '../../../spec/resolve';
import { Button } from '../../../ui/Button';
import { RangeSlider } from '../../../ui/RangeSlider';
import type { LivePartProps } from '../../courseSlide';
import { ExerciseFrame } from '../../exercise/ExerciseFrame';
import { judgeSetting } from '../../exercise/judgeSetting';
import { settingSpec } from '../../exercise/settingSpec';
import { measureSlices } from '../../measure/slice';
import { useProgress } from '../../progress/useProgress';
import { makeEngine } from '../../run/makeEngine';
import { findSoft } from '../exercise';
import styles from './FindPart.module.css';
import { SettingResult } from './SettingResult';

/** Find an angle and a lambda at which soft sharing beats both neighbours; judged on the reader's own run. */
export function FindPart({ backend }: LivePartProps) {
  const { t } = useTranslation('course');
  const [session] = useState(() => createSession(makeEngine));
  const { record, phase } = useShownRecord(session);
  const [angle, setAngle] = useState(findSoft.angle.start);
  const [lambda, setLambda] = useState(findSoft.lambda.start);
  const add = useProgress((progress) => progress.add);
  useEffect(() => () => session.dispose(), [session]);

  // The log gets the outcome of the run, when it ends; not the knobs as they happen to stand.
  useEffect(
    () =>
      session.store.subscribe((now, before) => {
        if (now.phase !== 'finished' || before.phase === 'finished' || now.record === null) return;
        const point = now.record.spec.points[0];
        const soft = now.record.spec.arms[1]?.scheme;
        const [slice] = measureSlices(now.record, -1);
        if (slice === undefined || soft?.kind !== 'soft') return;
        const found = judgeSetting(slice) === 'found';
        add({
          slide: '4.1',
          exercise: findSoft.id,
          outcome: found ? 'right' : 'wrong',
          detail: { kind: 'setting', value: point?.value ?? 0, lambda: soft.lambda, seeds: slice.softOverAlone.n },
        });
      }),
    [session, add],
  );

  function run(): void {
    const spec = resolve(presetById(findSoft.preset));
    session.load(settingSpec(spec, { angle, lambda, seeds: findSoft.seeds }), backend);
    session.run();
  }

  const running = phase === 'running' || phase === 'loading';
  const steps = record?.spec.training.steps ?? 1;
  return (
    <ExerciseFrame label={t('hardAgainstSoft.find.label')} title={t('hardAgainstSoft.find.title')}>
      <p className={styles.task}>{t('hardAgainstSoft.find.task', { seeds: findSoft.seeds })}</p>
      <div className={styles.knobs}>
        <RangeSlider
          label={t('hardAgainstSoft.find.angle')}
          value={angle}
          onChange={setAngle}
          min={findSoft.angle.min}
          max={findSoft.angle.max}
          step={findSoft.angle.step}
          unit="°"
        />
        <RangeSlider
          label={t('hardAgainstSoft.find.lambda')}
          value={lambda}
          onChange={setLambda}
          min={findSoft.lambda.min}
          max={findSoft.lambda.max}
          scale="log"
        />
        <Button kind="primary" onClick={run} disabledReason={running ? t('hardAgainstSoft.find.running') : null}>
          {t('hardAgainstSoft.find.run')}
        </Button>
      </div>
      <progress
        className={styles.progress}
        max={steps}
        value={phase === 'loading' ? 0 : (record?.step ?? 0)}
        aria-label={t('hardAgainstSoft.find.progress')}
      />
      <div role="status" className={styles.result}>
        {phase === 'failed' && <p>{t('hardAgainstSoft.find.failed', { code: record?.failure?.code ?? '' })}</p>}
        {running && record !== null && (
          <p>{t('hardAgainstSoft.find.step', { step: formatInteger(record.step), steps: formatInteger(steps) })}</p>
        )}
        {phase === 'finished' && record !== null && <SettingResult record={record} />}
      </div>
    </ExerciseFrame>
  );
}
