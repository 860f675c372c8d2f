import { useEffect, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { makeEngine } from '../../course/run/makeEngine';
import type { PresetId } from '../../presets';
import { createSession } from '../../session/createSession';
import type { Preset } from '../../spec/preset';
import type { BackendName } from '../../training/events';
import { KnobColumn } from './KnobColumn';
import styles from './LabDesk.module.css';
import { LabContext } from './LabContext';
import { createLab } from './labStore';
import { RunSide } from './RunSide';
import { Transport } from './Transport';
import { useLabKeys } from './useLabKeys';

export interface LabDeskProps {
  readonly preset: Preset;
  readonly source: PresetId | 'link' | 'file';
  readonly backend: BackendName | null;
  readonly onLetPageChoose: () => void;
  readonly onChoose: (id: PresetId) => void;
  readonly onOpen: (preset: Preset) => void;
}

/** One preset on the desk: its knobs, its run, its pictures. */
export function LabDesk({ preset, source, backend, onLetPageChoose, onChoose, onOpen }: LabDeskProps) {
  const { t } = useTranslation('lab');
  const [session] = useState(() => createSession(makeEngine));
  const [lab] = useState(() => createLab(session, preset, backend));
  const setting = useMemo(() => ({ lab, session, backend, onLetPageChoose }), [lab, session, backend, onLetPageChoose]);
  useEffect(() => {
    lab.start();
    return () => {
      lab.dispose();
      session.dispose();
    };
  }, [lab, session]);
  useLabKeys(lab);
  return (
    <LabContext value={setting}>
      <div className={styles.desk}>
        <h1 className={styles.title}>{t('title')}</h1>
        <div className={styles.left}>
          <KnobColumn source={source} onChoose={onChoose} onOpen={onOpen} />
          <div className={styles.transport}>
            <Transport />
          </div>
        </div>
        <RunSide />
      </div>
    </LabContext>
  );
}
