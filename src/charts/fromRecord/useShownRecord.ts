import { useEffect, useState } from 'react';
import type { RunRecord } from '../../record/runRecord';
import type { Session, SessionState } from '../../session/session';

/** Milliseconds between two drawings of the charts while a run is on: about twelve a second. */
export const CHART_INTERVAL = 80;
/** The same for readers who asked for less motion. */
export const CALM_INTERVAL = 1000;

export interface ShownRun extends Pick<SessionState, 'phase' | 'source' | 'cursor' | 'pinned'> {
  /** The newest record worth drawing; while a new run is being opened, still that of the run before. */
  readonly record: RunRecord | null;
}

function take(state: SessionState, before: ShownRun | null): ShownRun {
  const record = state.record ?? (state.phase === 'loading' ? (before?.record ?? null) : null);
  return { record, phase: state.phase, source: state.source, cursor: state.cursor, pinned: state.pinned };
}

/**
 * The session as the charts see it: every change of state at once, but a growing record at most every `interval`
 * milliseconds, the last one always.
 */
export function useShownRecord(session: Session): ShownRun {
  const [shown, setShown] = useState<ShownRun>(() => take(session.store.getState(), null));

  useEffect(() => {
    const calm = window.matchMedia('(prefers-reduced-motion: reduce)').matches;
    const interval = calm ? CALM_INTERVAL : CHART_INTERVAL;
    let last = 0;
    let timer: ReturnType<typeof setTimeout> | null = null;

    function show(): void {
      if (timer !== null) clearTimeout(timer);
      timer = null;
      last = performance.now();
      setShown((before) => take(session.store.getState(), before));
    }
    const stop = session.store.subscribe((now, before) => {
      const waits = now.phase === 'running' && before.phase === 'running' && now.pinned === before.pinned;
      const rest = last + interval - performance.now();
      if (!waits || rest <= 0) show();
      else timer ??= setTimeout(show, rest);
    });
    show();
    return () => {
      stop();
      if (timer !== null) clearTimeout(timer);
    };
  }, [session]);

  return shown;
}
