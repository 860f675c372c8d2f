import { createStore } from 'zustand/vanilla';
import { failedRecord } from '../record/failedRecord';
import { foldRun } from '../record/foldRun';
import type { RunRecord } from '../record/runRecord';
import { sameSpec } from '../record/sameSpec';
import type { ExperimentSpec } from '../spec/experiment';
import type { BackendName, RunEvent } from '../training/events';
import { linkEngine, type EngineLink, type MakeEngine } from './engineLink';
import { createPlayback } from './playback';
import type { Session, SessionState } from './session';
import { createFrameClock, type SessionClock } from './sessionClock';

const empty: SessionState = { spec: null, record: null, source: 'none', phase: 'empty', cursor: null, pinned: null };
const defaultRate = 12;

/**
 * A session with nothing in it. Events of the engine are folded as they come and shown at most once a frame, so that a
 * fast run never floods the page.
 * @param makeEngine called at the first `load`, and again after a recording was shown or an engine could not be made.
 */
export function createSession(makeEngine: MakeEngine, clock: SessionClock = createFrameClock()): Session {
  const store = createStore<SessionState>(() => empty);
  let link: EngineLink | null = null;
  let opened: { readonly spec: ExperimentSpec; readonly backend: BackendName | null } | null = null;
  /** Between `open` and its `prepared`: what still comes belongs to the run before. */
  let awaiting = false;
  let folded: RunRecord | null = null;
  let pace: number | null = null;
  let rate = defaultRate;
  let cancelFrame: (() => void) | null = null;

  const playback = createPlayback(
    clock,
    (cursor) => store.setState({ cursor }),
    () => store.setState({ cursor: null, phase: 'finished' }),
  );

  const publish = (): void => {
    cancelFrame = null;
    if (folded !== null && !awaiting) store.setState({ record: folded, phase: folded.status });
  };
  const show = (record: RunRecord | null): void => {
    folded = record;
    cancelFrame ??= clock.onFrame(publish);
  };
  const onEvent = (event: RunEvent): void => {
    if (opened === null) return;
    if (awaiting) {
      if (event.type === 'prepared' && sameSpec(event.spec, opened.spec)) {
        awaiting = false;
        show(foldRun(null, event));
      } else if (event.type === 'failed') {
        awaiting = false;
        show(failedRecord(opened.spec, event.step, event.failure));
      }
      return;
    }
    const next = foldRun(folded, event);
    if (next !== folded) show(next);
  };
  const onLost = (error: unknown): void => {
    link = null;
    const detail = error instanceof Error ? (error.stack ?? error.message) : String(error);
    onEvent({ type: 'failed', step: 0, failure: { code: 'crashed', params: {}, detail } });
  };
  const open = (spec: ExperimentSpec, backend: BackendName | null): void => {
    playback.stop();
    opened = { spec, backend };
    awaiting = true;
    link ??= linkEngine(makeEngine, onEvent, onLost);
    link.send((engine) => {
      engine.setPace(pace);
      engine.open(spec, { backend });
    });
  };
  const endLive = (): void => {
    link?.close();
    link = null;
    opened = null;
    awaiting = false;
    folded = null;
    cancelFrame?.();
    cancelFrame = null;
  };
  /** Index of the newest evaluation, -1 when there is none. */
  const lastPlace = (): number => (store.getState().record?.evaluations.length ?? 0) - 1;
  const isRecording = (): boolean => store.getState().source === 'recording';
  const place = (cursor: number | null): void => {
    const last = lastPlace();
    const clamped = cursor === null || last < 0 ? null : Math.min(Math.max(0, Math.round(cursor)), last);
    if (!isRecording()) {
      store.setState({ cursor: clamped });
      return;
    }
    playback.stop();
    const atEnd = clamped === null || clamped === last;
    store.setState({ cursor: atEnd ? null : clamped, phase: atEnd ? 'finished' : 'paused' });
  };
  const replay = (from: number): void => {
    if (lastPlace() < 1) return;
    store.setState({ cursor: from, phase: 'running' });
    playback.play(from, lastPlace(), rate);
  };

  return {
    store,
    showRecording: (record, play) => {
      endLive();
      playback.stop();
      store.setState({ spec: record.spec, record, source: 'recording', phase: 'finished', cursor: null });
      if (play === undefined) return;
      rate = play.rate;
      replay(0);
    },
    load: (spec, backend) => {
      folded = null;
      store.setState({ spec, record: null, source: 'live', phase: 'loading', cursor: null });
      open(spec, backend);
    },
    run: () => {
      if (isRecording()) {
        replay(store.getState().cursor ?? 0);
      } else {
        store.setState({ cursor: null });
        link?.send((engine) => engine.run());
      }
    },
    pause: () => {
      if (isRecording()) place(store.getState().cursor);
      else link?.send((engine) => engine.pause());
    },
    step: (n) => {
      if (isRecording()) {
        place((store.getState().cursor ?? lastPlace()) + n);
      } else {
        store.setState({ cursor: null });
        link?.send((engine) => engine.step(n));
      }
    },
    rewind: () => {
      if (isRecording()) {
        place(0);
      } else if (opened !== null) {
        store.setState({ phase: 'loading', cursor: null });
        open(opened.spec, opened.backend);
      }
    },
    adjust: (change) => {
      if (!isRecording()) link?.send((engine) => engine.adjust(change));
    },
    setPace: (stepsPerSecond) => {
      pace = stepsPerSecond;
      link?.send((engine) => engine.setPace(stepsPerSecond));
    },
    scrub: place,
    pin: () => store.setState(({ record }) => ({ pinned: record })),
    unpin: () => store.setState({ pinned: null }),
    dispose: () => {
      playback.stop();
      endLive();
    },
  };
}
