import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { TowerRow } from '../../charts/fromRecord/TowerRow';
import { towerView } from '../../charts/fromRecord/towerView';
import type { RunMarks } from '../../charts/fromRecord/useRunMarks';
import { formatPercent, formatSignificant } from '../../i18n';
import type { RunRecord } from '../../record/runRecord';
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

/** The towers: one way of sharing large, or alone, hard and soft side by side. */
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
  const lanes = arms.flatMap((arm, place) => {
    const view = views[place];
    const mark = marks.arms[arm];
    return view === undefined || view === null || mark === undefined ? [] : [{ mark, view }];
  });
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
      <TowerRow lanes={lanes} />
      <p className={styles.note}>{t('hero.seed')}</p>
    </section>
  );
}
