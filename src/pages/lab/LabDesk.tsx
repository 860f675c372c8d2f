import { useEffect, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useRunMarks } from '../../charts/fromRecord/useRunMarks';
import { useShownRecord } from '../../charts/fromRecord/useShownRecord';
import type { PresetId } from '../../presets';
import { createSession } from '../../session/createSession';
import type { Preset } from '../../spec/preset';
import { taskShapes } from '../../spec/taskShapes';
import type { BackendName } from '../../training/events';
import { ArmsEditor } from './ArmsEditor';
import { DeskSkeleton } from './DeskSkeleton';
import styles from './LabDesk.module.css';
import { LabContext, useLabState } from './LabContext';
import { createLab } from './labStore';
import { MoreKnobs } from './MoreKnobs';
import { PresetPicker } from './PresetPicker';
import { RunNotices } from './RunNotices';
import { RunPanels } from './RunPanels';
import { RunStatus } from './RunStatus';
import { SeedKnobs } from './SeedKnobs';
import { TaskKnobs } from './TaskKnobs';
import { TrainingKnobs } from './TrainingKnobs';
import { Transport } from './Transport';
import knobStyles from './Knobs.module.css';
import { useLabKeys } from './useLabKeys';
import type { Session } from '../../session/session';

async function makeEngine() {
  const { createWorkerEngine } = await import('../../worker/workerEngine');
  return createWorkerEngine();
}

export interface LabDeskProps {
  readonly preset: Preset;
  readonly source: PresetId | 'link' | 'file';
  readonly backend: BackendName | null;
  readonly onChoose: (id: PresetId) => void;
  readonly onOpen: (preset: Preset) => void;
}

/** One preset on the desk: its knobs, its run, its pictures. */
export function LabDesk(props: LabDeskProps) {
  const { preset, backend } = props;
  const [session] = useState(() => createSession(makeEngine));
  const [lab] = useState(() => createLab(session, preset, backend));
  const setting = useMemo(() => ({ lab, session, backend }), [lab, session, backend]);
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
      <Desk {...props} session={session} />
    </LabContext>
  );
}

function Desk({ source, onChoose, onOpen, session }: LabDeskProps & { readonly session: Session }) {
  const { t } = useTranslation('lab');
  const shown = useShownRecord(session);
  const draftSpec = useLabState((state) => state.spec);
  const { record, phase } = shown;
  const spec = record?.spec ?? draftSpec;
  const shapes = useMemo(() => {
    const tasks = spec.points[0]?.tasks;
    return tasks === undefined ? [] : taskShapes(tasks);
  }, [spec]);
  const marks = useRunMarks(spec, shapes);
  return (
    <div className={styles.desk}>
      <h1 className={styles.title}>{t('title')}</h1>
      <div className={styles.left}>
        <div className={styles.controls}>
          <PresetPicker source={source} onChoose={onChoose} onOpen={onOpen} />
          <div className={knobStyles.knobs}>
            <TaskKnobs />
            <ArmsEditor />
            <TrainingKnobs />
            <SeedKnobs />
            <MoreKnobs />
          </div>
        </div>
        <div className={styles.transport}>
          <Transport phase={phase} />
        </div>
      </div>
      <div className={styles.notices}>
        <RunNotices record={record} phase={phase} marks={marks} />
      </div>
      {record !== null && record.tasks.length > 0 ? <RunPanels shown={shown} record={record} /> : <DeskSkeleton />}
      {record !== null && <RunStatus record={record} phase={phase} />}
    </div>
  );
}
