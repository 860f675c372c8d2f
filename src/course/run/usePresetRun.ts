import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import { useShownRecord } from '../../charts/fromRecord/useShownRecord';
import { presetById, type PresetId } from '../../presets';
import type { RunRecord } from '../../record/runRecord';
import { createSession } from '../../session/createSession';
import { loadRecording } from '../../session/recordings';
import type { BackendName } from '../../training/events';
import { makeEngine } from './makeEngine';
import type { PresetRun, RunChanges } from './presetRun';
import { specOf } from './specOf';

/** A recording takes about this long to play, whatever its length; seconds. */
const REPLAY_SECONDS = 4;

/**
 * Shows the recording of a preset at once and trains it here on demand. No training code is fetched before that.
 * @param play animate the recording once when it arrives
 */
export function usePresetRun(preset: PresetId, backend: BackendName | null, play = false): PresetRun {
  const [session] = useState(() => createSession(makeEngine));
  const state = useShownRecord(session);
  const [recording, setRecording] = useState<PresetRun['recording']>('loading');
  const shipped = useRef<RunRecord | null>(null);

  useEffect(() => {
    let gone = false;
    // A recording that cannot be fetched or read is one that is not there: the run can still be made here.
    const loaded = loadRecording(preset).catch(() => null);
    void loaded.then((record) => {
      if (gone) return;
      shipped.current = record;
      setRecording(record === null ? 'missing' : 'shipped');
      if (record === null || session.store.getState().source === 'live') return;
      const still = !play || window.matchMedia('(prefers-reduced-motion: reduce)').matches;
      if (still) session.showRecording(record);
      else session.showRecording(record, { rate: record.evaluations.length / REPLAY_SECONDS });
    });
    return () => {
      gone = true;
      session.dispose();
    };
  }, [preset, session, play]);

  const runHere = useCallback(
    (changes: RunChanges = {}) => {
      session.load(specOf(presetById(preset), changes), backend);
      session.run();
    },
    [preset, session, backend],
  );
  const toggle = useCallback(
    (changes: RunChanges = {}) => {
      const { source, phase } = session.store.getState();
      if (source !== 'live' || phase === 'finished' || phase === 'failed') runHere(changes);
      else if (phase === 'running' || phase === 'loading') session.pause();
      else session.run();
    },
    [session, runHere],
  );
  const showRecording = useCallback(() => {
    if (shipped.current !== null) session.showRecording(shipped.current);
  }, [session]);
  const pause = useCallback(() => session.pause(), [session]);

  return useMemo(
    () => ({
      preset,
      session,
      state,
      recording,
      record: state.record,
      evaluation: state.cursor ?? -1,
      runHere,
      toggle,
      pause,
      showRecording,
    }),
    [preset, session, state, recording, runHere, toggle, pause, showRecording],
  );
}
