import { lazy, Suspense, useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { isLandscape } from '../../charts/fromRecord/methods/landscapeView';
import { TowerRow } from '../../charts/fromRecord/TowerRow';
import { towerView } from '../../charts/fromRecord/towerView';
import type { RunMarks } from '../../charts/fromRecord/useRunMarks';
import { formatPercent, formatSignificant } from '../../i18n';
import type { RunRecord } from '../../record/runRecord';
import { isRowScheme } from '../../spec/scheme';
import { Select } from '../../ui/Select';
import { useLab, useLabState } from './LabContext';
import { PointChoice } from './PointChoice';
import { sideBySide } from '../../charts/fromRecord/sideBySide';
import styles from './Hero.module.css';

export interface HeroProps {
  readonly record: RunRecord;
  readonly marks: RunMarks;
  readonly point: number;
  /** Index into `record.evaluations`, `-1` = the newest. */
  readonly evaluation: number;
}

const SIDE = 'side';

/** Networks without towers that stand beside the towers when none is chosen. */
const STRUCTURES = 2;

const HeroStructures = lazy(async () => ({ default: (await import('./methods/HeroStructures')).HeroStructures }));
const LandscapeWays = lazy(async () => ({ default: (await import('./methods/LandscapeWays')).LandscapeWays }));

/**
 * The towers: one way of sharing large, or alone, hard and soft side by side. Networks that mix activations are drawn as
 * they are built, and where the tasks are two functions on a map it is the map that is drawn.
 */
export function Hero({ record, marks, point, evaluation }: HeroProps) {
  const { t } = useTranslation('lab');
  const { lab } = useLab();
  const chosen = useLabState((state) => state.arm);
  const arms = useMemo(
    () => (chosen === null || record.spec.arms[chosen] === undefined ? sideBySide(record.spec.arms) : [chosen]),
    [chosen, record.spec.arms],
  );
  const views = useMemo(
    () =>
      arms.map((arm) =>
        towerView(
          record,
          { point, arm, evaluation },
          {
            ...marks,
            formatScore: (score, kind) => (kind === 'accuracy' ? formatPercent(score) : formatSignificant(score)),
          },
        ),
      ),
    [record, marks, point, evaluation, arms],
  );
  const mixed = useMemo(() => {
    const all = record.spec.arms.flatMap(({ scheme }, arm) => (isRowScheme(scheme) ? [] : [arm]));
    return chosen === null ? all.slice(0, STRUCTURES) : all.filter((arm) => arm === chosen);
  }, [chosen, record.spec.arms]);
  const lanes = arms.flatMap((arm, place) => {
    const view = views[place];
    const mark = marks.arms[arm];
    return view === undefined || view === null || mark === undefined ? [] : [{ mark, view }];
  });
  if (isLandscape(record)) {
    return (
      <section className={styles.hero} aria-label={t('hero.map')}>
        <Suspense fallback={<div className={styles.waiting} />}>
          <LandscapeWays record={record} marks={marks} evaluation={evaluation} />
        </Suspense>
      </section>
    );
  }
  return (
    <section className={styles.hero} aria-label={t('hero.title')}>
      <div className={styles.head}>
        <PointChoice record={record} point={point} />
        <Select
          label={t('hero.arm')}
          labelHidden
          value={chosen === null ? SIDE : String(chosen)}
          choices={[
            { value: SIDE, label: t('hero.side') },
            ...marks.arms.map((mark, arm) => ({ value: String(arm), label: mark.label })),
          ]}
          onChange={(value) => lab.look({ arm: value === SIDE ? null : Number(value) })}
        />
      </div>
      {lanes.length > 0 && (
        <>
          <TowerRow lanes={lanes} />
          <p className={styles.note}>{t('hero.seed')}</p>
        </>
      )}
      {mixed.length > 0 && (
        <Suspense fallback={<div className={styles.waiting} />}>
          <HeroStructures spec={record.spec} marks={marks} arms={mixed} />
        </Suspense>
      )}
    </section>
  );
}
