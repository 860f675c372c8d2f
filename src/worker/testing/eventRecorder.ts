/** Listens to an engine on behalf of a test. */
import { foldEvents } from '../../record/foldRun';
import type { RunRecord } from '../../record/runRecord';
import type { RunEvent } from '../../training/events';
import type { LabEngine } from '../labEngine';

export interface Recorder {
  readonly events: readonly RunEvent[];
  /** Resolves with the first event, from now on or already heard, that is looked for. */
  until(looked: (event: RunEvent) => boolean): Promise<RunEvent>;
  record(): RunRecord;
}

export function createEventRecorder(engine: LabEngine): Recorder {
  const events: RunEvent[] = [];
  const waiting = new Set<(event: RunEvent) => void>();
  engine.subscribe((event) => {
    events.push(event);
    for (const look of [...waiting]) look(event);
  });
  return {
    events,
    until: (looked) =>
      new Promise((resolve) => {
        const known = events.find(looked);
        if (known !== undefined) {
          resolve(known);
          return;
        }
        const look = (event: RunEvent): void => {
          if (!looked(event)) return;
          waiting.delete(look);
          resolve(event);
        };
        waiting.add(look);
      }),
    record() {
      const record = foldEvents(events);
      if (record === null) throw new Error('nothing was prepared');
      return record;
    },
  };
}
