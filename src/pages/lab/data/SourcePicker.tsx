import { lazy, Suspense, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { SOURCES, type SourceName } from '../../../spec/sources/registry';
import { SOURCE_FACTS } from '../../../ui/catalogue/sourceFacts';
import { Button } from '../../../ui/Button';
import { Disclosure } from '../../../ui/Disclosure';
import { HelpTip } from '../../../ui/HelpTip';
import { Select } from '../../../ui/Select';
import { KnobProblems } from '../KnobProblems';
import styles from '../Knobs.module.css';
import { useLab, useLabState } from '../LabContext';
import { useTaskNames } from '../useTaskNames';

const OwnTable = lazy(async () => ({ default: (await import('../own/OwnTable')).OwnTable }));

/** A reader's own table begins with a file, a table in a preset with the preset: neither is made from nothing. */
const BARE = Object.keys(SOURCES).filter(
  (name): name is SourceName => name in SOURCES && name !== 'own' && name !== 'table',
);

/** Where the data come from, with one line of what they are, and of real data whose they are. */
export function SourcePicker() {
  const { t } = useTranslation(['lab', 'sources']);
  const { lab } = useLab();
  const source = useLabState((state) => state.draft.experiment.tasks.source);
  const shapes = useLabState((state) => state.towers.shapes);
  const names = useTaskNames(shapes, source);
  const [opening, setOpening] = useState(false);
  const choices = useMemo(() => {
    const list: readonly SourceName[] = source === 'table' ? ['table', ...BARE, 'own'] : [...BARE, 'own'];
    return list.map((value) => ({ value, label: t(`sources:${value}.name`) }));
  }, [source, t]);
  const { real } = SOURCE_FACTS[source];
  return (
    <div className={styles.group}>
      <h2>
        <HelpTip help={t('lab:source.help')}>{t('lab:source.label')}</HelpTip>
      </h2>
      <Select
        label={t('lab:source.label')}
        labelHidden
        value={source}
        choices={choices}
        onChange={(name) => {
          if (name === 'own') setOpening(true);
          else if (name !== 'table') lab.edit({ knob: 'source', tasks: bareSource(name) });
        }}
      />
      <p className={styles.note}>{t(`sources:${source}.meaning`)}</p>
      <Disclosure summary={t('lab:source.about')}>
        <dl className={styles.facts}>
          <dt>{t('sources:card.tasks')}</dt>
          <dd>{names.join(', ')}</dd>
          {real && (
            <>
              <dt>{t('sources:card.licence')}</dt>
              <dd>{t(`sources:${source as 'penguins'}.licence`)}</dd>
              <dt>{t('sources:card.origin')}</dt>
              <dd>{t(`sources:${source as 'penguins'}.origin`)}</dd>
            </>
          )}
        </dl>
        {!real && source !== 'own' && source !== 'table' && (
          <p className={styles.note}>{t('sources:card.generated')}</p>
        )}
      </Disclosure>
      <div className={styles.adders}>
        <Button kind="quiet" onClick={() => setOpening(true)}>
          {t(source === 'own' ? 'lab:own.other' : 'lab:own.open')}
        </Button>
      </div>
      <KnobProblems path={['experiment', 'tasks']} exactly />
      {opening && (
        <Suspense fallback={<p role="status">{t('lab:arms.fetching')}</p>}>
          <OwnTable
            onClose={() => setOpening(false)}
            onTake={(own) => {
              lab.edit({ knob: 'source', tasks: own });
              setOpening(false);
            }}
          />
        </Suspense>
      )}
    </div>
  );
}

/** A source that needs nothing written, at its defaults. */
function bareSource(name: Exclude<SourceName, 'own' | 'table'>) {
  return { source: name };
}
