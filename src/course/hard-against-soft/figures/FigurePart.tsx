import { useTranslation } from 'react-i18next';
import type { LivePartProps } from '../../courseSlide';
import { useProgress } from '../../progress/useProgress';
import { RunBar } from '../../run/RunBar';
import { Button } from '../../../ui/Button';
import { predict30 } from '../exercise';
import styles from './FigurePart.module.css';
import { PhaseFigure } from './PhaseFigure';
import { SlicesFigure } from './SlicesFigure';
import { typicalPoints } from './typicalPoints';
import { usePredicted } from './usePredicted';

/** Figure 7 as it stands beside the text: diagram, three slices, and the row that waits for the reader's prediction. */
export function FigurePart({ run }: LivePartProps) {
  const { t } = useTranslation('course');
  const predicted = usePredicted();
  const add = useProgress((progress) => progress.add);
  const covered = predicted ? null : predict30.value;
  const { record, evaluation } = run;
  return (
    <figure id="fig-7" className={styles.figure}>
      <figcaption className={styles.caption}>
        <b>{t('hardAgainstSoft.figure.label')}</b> {t('hardAgainstSoft.figure.caption')}
      </figcaption>
      {/* Above the picture, so that the play button never moves. */}
      <RunBar run={run} />
      {covered !== null && (
        <p className={styles.covered}>
          {t('hardAgainstSoft.figure.covered', { angle: `${predict30.value}°` })}{' '}
          <Button
            kind="quiet"
            onClick={() => add({ slide: '4.1', exercise: predict30.id, outcome: 'skipped', detail: { kind: 'skip' } })}
          >
            {t('hardAgainstSoft.figure.uncover')}
          </Button>
        </p>
      )}
      {record !== null && record.evaluations.length > 0 ? (
        <>
          <PhaseFigure record={record} evaluation={evaluation} covered={covered} />
          <SlicesFigure
            record={record}
            evaluation={evaluation}
            points={typicalPoints(record.spec, predict30.value)}
            kind="gain"
            covered={covered}
            height={150}
            numbers
          />
        </>
      ) : (
        <div className={styles.empty}>
          {t(run.recording === 'missing' ? 'hardAgainstSoft.figure.empty' : 'hardAgainstSoft.figure.wait')}
        </div>
      )}
    </figure>
  );
}
