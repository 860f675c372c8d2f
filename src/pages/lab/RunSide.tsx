import { useMemo } from 'react';
import { useRunMarks } from '../../charts/fromRecord/useRunMarks';
import { useShownRecord } from '../../charts/fromRecord/useShownRecord';
import { taskShapes } from '../../spec/taskShapes';
import { DeskSkeleton } from './DeskSkeleton';
import styles from './LabDesk.module.css';
import { useLab, useLabState } from './LabContext';
import { RunNotices } from './RunNotices';
import { RunPanels } from './RunPanels';
import { RunStatus } from './RunStatus';

/** Everything that is drawn anew as a run grows. */
export function RunSide() {
  const { session } = useLab();
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
    <>
      <div className={styles.notices}>
        <RunNotices record={record} phase={phase} marks={marks} />
      </div>
      {record !== null && record.tasks.length > 0 ? <RunPanels shown={shown} record={record} /> : <DeskSkeleton />}
      {record !== null && <RunStatus record={record} phase={phase} />}
    </>
  );
}
