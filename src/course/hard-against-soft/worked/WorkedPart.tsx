import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { formatSignificant } from '../../../i18n';
import { RangeSlider } from '../../../ui/RangeSlider';
import { ExerciseFrame } from '../../exercise/ExerciseFrame';
import { Prose } from '../../reading/Prose';
import { RiskChart } from './RiskChart';
import { bestLambda, differenceAtAngle, risk, shrinkage, type TwoLinearTasks } from './shrinkage';
import styles from './WorkedPart.module.css';

/** The setting of the linear preset: 10 inputs, 30 samples, noise 0.5. */
const DIMENSION = 10;
const START = { samples: 30, noise: 0.5, angle: 45 };

/** The closed form with numbers of the reader's choice: every number of the formula is shown where it goes in. */
export function WorkedPart() {
  const { t } = useTranslation('course');
  const [samples, setSamples] = useState(START.samples);
  const [noise, setNoise] = useState(START.noise);
  const [angle, setAngle] = useState(START.angle);
  const tasks: TwoLinearTasks = { samples, noise, dimension: DIMENSION, difference: differenceAtAngle(angle) };
  const best = bestLambda(tasks);
  const number = (value: number): string => formatSignificant(value, 2).replace('−', '-');
  const value = Number.isFinite(best) ? number(best) : '\\infty';
  const filled = [
    String.raw`\lambda^{*}=\frac{\sigma^2 d}{n\,\lVert\delta\rVert^2}`,
    String.raw`\frac{${number(noise)}^2\times ${DIMENSION}}{${samples}\times ${number(tasks.difference)}^2}=${value}`,
  ].join('=');
  const at = (lambda: number): string => formatSignificant(risk(tasks, lambda).total, 3);
  return (
    <ExerciseFrame label={t('hardAgainstSoft.worked.label')} title={t('hardAgainstSoft.worked.title')}>
      <div className={styles.knobs}>
        <RangeSlider
          label={t('hardAgainstSoft.worked.samples')}
          value={samples}
          onChange={(next) => setSamples(Math.round(next))}
          min={10}
          max={3000}
          scale="log"
        />
        <RangeSlider
          label={t('hardAgainstSoft.worked.angle')}
          value={angle}
          onChange={setAngle}
          min={0}
          max={180}
          step={5}
          unit="°"
        />
        <RangeSlider
          label={t('hardAgainstSoft.worked.noise')}
          value={noise}
          onChange={setNoise}
          min={0.1}
          max={2}
          step={0.1}
        />
      </div>
      <Prose markdown={`$$\n${filled}\n$$`} />
      <RiskChart tasks={tasks} />
      <p className={styles.reading} aria-live="polite">
        {t(Number.isFinite(best) ? 'hardAgainstSoft.worked.reading' : 'hardAgainstSoft.worked.same', {
          alone: at(0),
          best: at(best),
          hard: at(Infinity),
          share: formatSignificant(shrinkage(best) * 100, 2),
        })}
      </p>
    </ExerciseFrame>
  );
}
