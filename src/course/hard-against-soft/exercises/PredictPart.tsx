import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { PredictionPad } from '../../../charts/PredictionPad';
import { Button } from '../../../ui/Button';
import type { LivePartProps } from '../../courseSlide';
import { comparePrediction } from '../../exercise/comparePrediction';
import { drawnShape } from '../../exercise/curveShape';
import { ExerciseFrame, ExerciseStep } from '../../exercise/ExerciseFrame';
import { measureSlices } from '../../measure/slice';
import { sliceArms, slicePoints } from '../../measure/slicePoints';
import type { AttemptDetail } from '../../progress/attempt';
import { useProgress } from '../../progress/useProgress';
import { RunBar } from '../../run/RunBar';
import { useRunMarks } from '../../../charts/fromRecord/useRunMarks';
import type { RunRecord } from '../../../record/runRecord';
import { predict30 } from '../exercise';
import { usePredicted } from '../figures/usePredicted';
import { Observation } from './Observation';
import styles from './PredictPart.module.css';
import { Reasons } from './Reasons';

const SLIDE = '4.1';
const height = predict30.range[1] - predict30.range[0];

/** Predict, run, observe, explain: the 30 degree row of figure 7. */
export function PredictPart({ run }: LivePartProps) {
  const { t } = useTranslation('course');
  return (
    <ExerciseFrame label={t('hardAgainstSoft.predict.label')} title={t('hardAgainstSoft.predict.title')}>
      {run.record === null ? (
        <p>{t('hardAgainstSoft.figure.wait')}</p>
      ) : (
        <Steps key={run.record.spec.arms.length} record={run.record} run={run} />
      )}
    </ExerciseFrame>
  );
}

function Steps({ record, run }: { readonly record: RunRecord; readonly run: LivePartProps['run'] }) {
  const { t } = useTranslation('course');
  const attempts = useProgress((progress) => progress.attempts);
  const add = useProgress((progress) => progress.add);
  const answered = usePredicted();
  const { arms } = useRunMarks(record.spec, record.tasks);
  const axis = sliceArms(record).flatMap((index) => arms[index] ?? []);
  const before = attempts.findLast(
    ({ slide, exercise, detail }) => slide === SLIDE && exercise === predict30.id && detail.kind === 'prediction',
  )?.detail;
  // Alone is the yardstick: its gain over itself is zero, so the curve starts there.
  const empty = axis.map((_, place) => (place === 0 ? 0 : null));
  const kept = before?.kind === 'prediction' && before.curve.length === axis.length ? before.curve : empty;
  const [curve, setCurve] = useState<readonly (number | null)[]>(kept);
  const [again, setAgain] = useState(false);
  const seen = answered && !again;

  const point = record.spec.points.findIndex(({ value }) => value === predict30.value);
  const slice = measureSlices(record, -1).find((entry) => entry.point === point);
  const finished = record.status === 'finished';
  const shape = drawnShape(curve, height);
  const comparison = slice === undefined ? null : comparePrediction(curve, predict30.range, slice.shape);

  function commit(): void {
    const detail: AttemptDetail = { kind: 'prediction', curve: [...curve], shape };
    add({ slide: SLIDE, exercise: predict30.id, outcome: 'recorded', detail });
    if (comparison !== null && slice !== undefined && finished) {
      const { n: seeds } = slice.softOverAlone;
      const observed: AttemptDetail = { kind: 'observation', drawn: shape, measured: slice.shape, seeds };
      add({ slide: SLIDE, exercise: predict30.id, outcome: comparison.outcome, detail: observed });
    }
    setAgain(false);
  }

  const waiting = seen ? null : t('hardAgainstSoft.predict.waiting');
  return (
    <>
      <ExerciseStep number={1} title={t('hardAgainstSoft.predict.draw')}>
        <p>{t('hardAgainstSoft.predict.task')}</p>
        <PredictionPad
          arms={axis}
          value={curve}
          onChange={(value) => setCurve(value.map((each, place) => (place === 0 ? 0 : each)))}
          range={predict30.range}
          quantity={t('hardAgainstSoft.figure.gain')}
          kind="gain"
          locked={seen}
          {...(seen ? { answer: slicePoints(record, run.evaluation, point, 'gain') } : {})}
        />
        <div className={styles.buttons}>
          {seen ? (
            <Button
              onClick={() => {
                setCurve(empty);
                setAgain(true);
              }}
            >
              {t('hardAgainstSoft.predict.again')}
            </Button>
          ) : (
            <>
              <Button
                kind="primary"
                onClick={commit}
                disabledReason={shape === null ? t('hardAgainstSoft.predict.tooFew') : null}
              >
                {t('hardAgainstSoft.predict.commit')}
              </Button>
              <Button
                kind="quiet"
                onClick={() => {
                  add({ slide: SLIDE, exercise: predict30.id, outcome: 'skipped', detail: { kind: 'skip' } });
                  setAgain(false);
                }}
              >
                {t('hardAgainstSoft.predict.skip')}
              </Button>
            </>
          )}
        </div>
      </ExerciseStep>
      <ExerciseStep number={2} title={t('hardAgainstSoft.predict.run')} waiting={waiting}>
        <p>{t('hardAgainstSoft.predict.runText')}</p>
        <RunBar run={run} />
      </ExerciseStep>
      <ExerciseStep number={3} title={t('hardAgainstSoft.predict.observe')} waiting={waiting}>
        {slice !== undefined && comparison !== null && finished ? (
          <Observation slice={slice} comparison={comparison} axis={axis} arms={arms} />
        ) : (
          <p>{t('hardAgainstSoft.predict.unfinished')}</p>
        )}
      </ExerciseStep>
      <ExerciseStep number={4} title={t('hardAgainstSoft.predict.explain')} waiting={waiting}>
        <Reasons measured={comparison?.measured ?? null} />
      </ExerciseStep>
    </>
  );
}
