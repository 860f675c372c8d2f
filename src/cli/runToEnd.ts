import { failedRecord } from '../record/failedRecord';
import { foldRun } from '../record/foldRun';
import type { RunRecord } from '../record/runRecord';
import type { ExperimentSpec } from '../spec/experiment';
import type { BackendName, RunEvent } from '../training/events';
import type { LabEngine } from '../worker/labEngine';

/**
 * Trains to the last step. The record's status is `finished` or `failed`; the engine is closed either way.
 * @param backend forced one, or `null`: chosen by rule
 * @param onRecord told after every event what is known so far (`null` while the run is being prepared).
 */
export function runToEnd(
  engine: LabEngine,
  spec: ExperimentSpec,
  backend: BackendName | null,
  onRecord: (record: RunRecord | null) => void,
): Promise<RunRecord> {
  return new Promise((resolve) => {
    let record: RunRecord | null = null;
    const onEvent = (event: RunEvent): void => {
      record = foldRun(record, event);
      if (record === null && event.type === 'failed') record = failedRecord(spec, event.step, event.failure);
      onRecord(record);
      if (record?.status !== 'finished' && record?.status !== 'failed') return;
      unsubscribe();
      engine.close();
      resolve(record);
    };
    const unsubscribe = engine.subscribe(onEvent);
    engine.open(spec, { backend });
    engine.run();
  });
}
