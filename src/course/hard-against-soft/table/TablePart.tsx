import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { SchemeGlyph } from '../../../ui/SchemeGlyph';
import type { LivePartProps } from '../../courseSlide';
import { useNear } from '../../run/useNear';
import { usePresetRun } from '../../run/usePresetRun';
import { PublishedTable } from './PublishedTable';
import { TableGroup } from './TableGroup';
import styles from './TablePart.module.css';
import { tableSources, type TableSource } from './tableSources';

/** Table 7: every row computed from a run, and every data set with a button that runs it here. */
export function TablePart({ run, backend }: LivePartProps) {
  const { t } = useTranslation(['course', 'charts']);
  const [active, setActive] = useState<string | null>(null);
  const figure = useRef<HTMLElement>(null);
  const near = useNear(figure);
  return (
    <figure ref={figure} id="tab-7" className={styles.table}>
      <figcaption className={styles.caption}>
        <b>{t('course:hardAgainstSoft.table.label')}</b> {t('course:hardAgainstSoft.table.caption')}
      </figcaption>
      <div className={styles.scroll} tabIndex={0} role="region" aria-label={t('course:hardAgainstSoft.table.label')}>
        <table className={styles.grid}>
          <thead>
            <tr>
              <th scope="col">{t('course:hardAgainstSoft.table.data')}</th>
              <th scope="col">
                <SchemeGlyph kind="alone" /> {t('charts:scheme.alone')}
              </th>
              <th scope="col">
                <SchemeGlyph kind="hard" /> {t('charts:scheme.hard')}
              </th>
              <th scope="col">
                <SchemeGlyph kind="hard" /> {t('charts:scheme.full')}
              </th>
              <th scope="col">
                <SchemeGlyph kind="soft" /> {t('course:hardAgainstSoft.table.soft')}
              </th>
            </tr>
          </thead>
          {tableSources.map((source) =>
            source.preset === run.preset ? (
              <TableGroup key={source.id} source={source} run={run} active={active} onStart={setActive} />
            ) : near ? (
              <OwnRun key={source.id} source={source} backend={backend} active={active} onStart={setActive} />
            ) : (
              <tbody key={source.id} className={styles.group}>
                <tr className={styles.awaited} />
              </tbody>
            ),
          )}
        </table>
      </div>
      <p className={styles.note}>{t('course:hardAgainstSoft.table.note')}</p>
      <PublishedTable />
    </figure>
  );
}

type OwnRunProps = Pick<LivePartProps, 'backend'> & {
  readonly source: TableSource;
  readonly active: string | null;
  readonly onStart: (id: string) => void;
};

/** Rows whose run is their own, not the figure's. */
function OwnRun({ source, backend, active, onStart }: OwnRunProps) {
  const run = usePresetRun(source.preset, backend);
  return <TableGroup source={source} run={run} active={active} onStart={onStart} />;
}
