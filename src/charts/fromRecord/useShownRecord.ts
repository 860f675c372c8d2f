import { startTransition, useEffect, useRef, useState } from 'react';
import type { RunRecord } from '../../record/runRecord';
import type { Session, SessionState } from '../../session/session';
import { createDrawScheduler, type DrawScheduler } from './drawScheduler';

/** Milliseconds of rest between two drawings of the charts while a run is on: at most twelve drawings a second. */
const CHART_INTERVAL = 80;
/** The same for readers who asked for less motion. */
const CALM_INTERVAL = 1000;

export interface ShownRun extends Pick<SessionState, 'phase' | 'source' | 'cursor' | 'pinned'> {
  /** The newest record worth drawing; while a new run is being opened, still that of the run before. */
  readonly record: RunRecord | null;
}

/** Equal but for the step reached and the speed, which no chart shows. */
function looksTheSame(a: RunRecord | null, b: RunRecord | null): boolean {
  if (a === null || b === null) return a === b;
  const parts = ['spec', 'evaluations', 'adjustments', 'status', 'failure', 'recoveries'] as const;
  return parts.every((part) => a[part] === b[part]);
}

/** What is to be drawn now; the very same object when that is what is drawn already. */
function take({ record, phase, source, cursor, pinned }: SessionState, before: ShownRun | null): ShownRun {
  const wanted = record ?? (phase === 'loading' ? (before?.record ?? null) : null);
  const drawn = before !== null && looksTheSame(wanted, before.record) ? before.record : wanted;
  const next = { record: drawn, phase, source, cursor, pinned };
  const unchanged =
    before !== null && (['record', 'phase', 'source', 'cursor', 'pinned'] as const).every((k) => next[k] === before[k]);
  return unchanged ? before : next;
}

/**
 * The session as the charts see it: what the reader does is drawn at once, new measurements at most twelve times a
 * second and cut into slices, so that the page stays as quick as without a run. The step alone changes nothing here; it
 * has a counter of its own.
 */
export function useShownRecord(session: Session): ShownRun {
  const [shown, setShown] = useState<ShownRun>(() => take(session.store.getState(), null));
  const scheduler = useRef<DrawScheduler | null>(null);

  useEffect(() => {
    const calm = window.matchMedia('(prefers-reduced-motion: reduce)').matches;
    let current: ShownRun | null = null;
    const made = createDrawScheduler(calm ? CALM_INTERVAL : CHART_INTERVAL, (urgent) => {
      const next = take(session.store.getState(), current);
      if (next === current) {
        made.drawn();
        return;
      }
      current = next;
      if (urgent) setShown(next);
      else startTransition(() => setShown(next));
    });
    scheduler.current = made;
    const stop = session.store.subscribe((now, before) => {
      const grows = now.phase === 'running' && before.phase === 'running' && now.pinned === before.pinned;
      if (grows) made.grown();
      else made.changed();
    });
    // What happened between the first drawing and this subscription.
    made.grown();
    return () => {
      stop();
      made.dispose();
      scheduler.current = null;
    };
  }, [session]);

  useEffect(() => {
    scheduler.current?.drawn();
  }, [shown]);

  return shown;
}
