import { useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { panelHeight } from '../../charts/panelHeight';
import { useElementSize } from '../../ui/useElementSize';
import { useTextSize } from '../../ui/useTextSize';
import type { PresentStageProps } from '../courseSlide';
import { PhaseFigure } from './figures/PhaseFigure';
import { SlicesFigure } from './figures/SlicesFigure';
import { typicalPoints } from './figures/typicalPoints';
import styles from './Stage.module.css';
import { StageTable } from './table/StageTable';

/** One view of slide 4.1 at the full height of the projector. */
export function Stage({ run, view, knobs, revealed, backend }: PresentStageProps) {
  const { t } = useTranslation('course');
  const box = useRef<HTMLDivElement>(null);
  const { height } = useElementSize(box);
  const text = useTextSize();
  // Charts grow the height they are given with the text of the theme; here the room is what is given.
  const room = (less: number): number => (Math.max(160, height - less * text) * 1000) / panelHeight(1000, text);
  const { record, evaluation } = run;
  const angle = Number(knobs['angle'] ?? 30);
  const kind = knobs['quantity'] === 'error' ? 'error' : 'gain';
  const empty = record === null || record.evaluations.length === 0;
  return (
    <div ref={box} className={styles.stage} data-view={view}>
      {empty ? (
        <p className={styles.empty}>
          {t(run.recording === 'missing' ? 'hardAgainstSoft.figure.empty' : 'hardAgainstSoft.figure.wait')}
        </p>
      ) : view === 'figure' ? (
        <>
          <PhaseFigure record={record} evaluation={evaluation} covered={null} highlighted={angle} />
          <p className={styles.chosen}>{t('hardAgainstSoft.present.chosen', { angle: `${angle}°` })}</p>
        </>
      ) : view === 'slices' ? (
        <SlicesFigure
          record={record}
          evaluation={evaluation}
          points={typicalPoints(record.spec, angle)}
          kind={kind}
          covered={null}
          height={room(3)}
        />
      ) : view === 'ask' ? (
        <div className={styles.ask}>
          <p className={styles.question}>{t('hardAgainstSoft.present.question', { angle: `${angle}°` })}</p>
          <p className={styles.options}>{t('hardAgainstSoft.present.options')}</p>
          <SlicesFigure
            record={record}
            evaluation={evaluation}
            points={record.spec.points.flatMap(({ value }, point) => (value === angle ? [point] : []))}
            kind={kind}
            covered={revealed ? null : angle}
            height={room(9)}
          />
        </div>
      ) : (
        <StageTable run={run} backend={backend} />
      )}
    </div>
  );
}
