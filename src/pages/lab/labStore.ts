/** The lab's desk: the draft under the knobs, how the run is looked at, and what the buttons do. */
import { createStore, type StoreApi } from 'zustand/vanilla';
import type { Session } from '../../session/session';
import type { ExperimentSpec } from '../../spec/experiment';
import type { Preset } from '../../spec/preset';
import { resolve } from '../../spec/resolve';
import type { SpecProblem } from '../../spec/specProblem';
import type { BackendName } from '../../training/events';
import { draftPreset, openDraft, resolveDraft, type LabDraft } from './labDraft';
import { adjustedArms } from './adjustedArms';
import { draftTowers, type DraftTowers } from './arms/draftTowers';
import { editDraft, nextSeeds, putBack, type LabEdit } from './labEdit';
import { liveChanges } from './liveChanges';

/** Steps per second; `null` = as fast as this machine goes. */
export const PACES = [2, 10, 50, 200, null] as const;

export type Pace = (typeof PACES)[number];

export interface LabState {
  readonly draft: LabDraft;
  /** Of the newest draft that makes an experiment. */
  readonly spec: ExperimentSpec;
  /** Of the newest draft, whether it makes an experiment or not: its ways of sharing and its tasks. */
  readonly towers: DraftTowers;
  /** What stands in the way of the newest draft. */
  readonly problems: readonly SpecProblem[];
  /** Index of the arm in the hero picture; `null` = alone, hard and soft side by side. */
  readonly arm: number | null;
  readonly point: number;
  readonly scale: 'linear' | 'log';
  readonly showTraining: boolean;
  readonly pace: Pace;
}

export interface Lab {
  readonly store: StoreApi<LabState>;
  edit(edit: LabEdit): void;
  /** All knobs back to where the preset's author put them. */
  restore(): void;
  /** The experiment before the newest change of data. */
  putBack(): void;
  /** Run or pause; a finished run, or one whose knobs were turned at the start, begins anew. */
  toggle(): void;
  step(): void;
  /** Back to step 0 with the same seeds and the knobs as they stand. */
  rewind(): void;
  newSeed(): void;
  /** After a divergence: every learning rate to a tenth, back to the start. */
  rewindSlower(): void;
  look(change: Partial<Pick<LabState, 'arm' | 'point' | 'scale' | 'showTraining'>>): void;
  setPace(pace: Pace): void;
  /** Open the draft's experiment at step 0. */
  start(): void;
  dispose(): void;
}

/** Milliseconds a knob must rest before a run that has not begun is set up anew. */
const REST = 250;

/** Milliseconds between two live changes: a slider moves sixty times a second, and each change is kept in the record. */
const LIVE_INTERVAL = 100;

/**
 * @param backend forced one, or `null`
 * @throws SpecProblemError when the preset does not make an experiment
 */
export function createLab(session: Session, preset: Preset, backend: BackendName | null): Lab {
  const draft = openDraft(preset);
  const spec = resolve(draftPreset(draft));
  const store = createStore<LabState>(() => ({
    draft,
    spec,
    towers: draftTowers(draft.experiment, null),
    problems: [],
    arm: null,
    point: 0,
    scale: 'linear',
    showTraining: true,
    pace: null,
  }));
  /** A new setup that waits for the knob to rest. */
  let resting: ReturnType<typeof setTimeout> | null = null;
  /** Run was asked for, and the networks are still being set up. */
  let runAsked = false;
  /** Live changes that wait for the next interval. */
  let sending: ReturnType<typeof setTimeout> | null = null;

  function dontWait(): void {
    if (resting !== null) clearTimeout(resting);
    if (sending !== null) clearTimeout(sending);
    resting = null;
    sending = null;
  }

  /** Tell the running networks what of the newest draft can change live. */
  function sendLive(): void {
    sending = null;
    const { record, phase } = session.store.getState();
    if (record === null || phase === 'loading' || phase === 'finished' || phase === 'failed') return;
    for (const change of liveChanges(adjustedArms(record), store.getState().spec.arms) ?? []) session.adjust(change);
  }

  function start(): void {
    dontWait();
    runAsked = false;
    const now = store.getState();
    store.setState({
      point: Math.min(now.point, now.spec.points.length - 1),
      arm: now.arm === null || now.arm < now.spec.arms.length ? now.arm : null,
    });
    session.load(now.spec, backend);
  }

  /** A knob was turned before the first step: the run begins with it, and goes on if it was to go on. */
  function setUpAgain(): void {
    const goesOn = runAsked && session.store.getState().phase === 'loading';
    start();
    if (goesOn) run();
  }

  function run(): void {
    runAsked = true;
    session.run();
  }

  /** Take over the edited draft; send what is live, set up anew what has not begun, leave the rest for a rewind. */
  function take(next: LabDraft): void {
    const resolution = resolveDraft(next);
    const towers = draftTowers(next.experiment, store.getState());
    if (!resolution.ok) {
      store.setState({ draft: next, towers, problems: resolution.problems });
      return;
    }
    store.setState({ draft: next, towers, spec: resolution.spec, problems: [] });
    const { record, phase } = session.store.getState();
    if (phase === 'failed') return;
    if (record === null || (record.step === 0 && phase !== 'running')) {
      dontWait();
      resting = setTimeout(setUpAgain, REST);
      return;
    }
    sending ??= setTimeout(sendLive, LIVE_INTERVAL);
  }

  const edit = (change: LabEdit): void => take(editDraft(store.getState().draft, change));

  function toggle(): void {
    const { phase } = session.store.getState();
    if (phase === 'running') {
      session.pause();
      return;
    }
    const anew = phase === 'empty' || phase === 'finished' || phase === 'failed' || resting !== null;
    if (anew) start();
    run();
  }

  function step(): void {
    const { phase } = session.store.getState();
    if (phase === 'running') session.pause();
    else if (phase === 'finished' || phase === 'failed') return;
    else if (resting !== null) start();
    session.step(1);
  }

  function newSeed(): void {
    const wasRunning = session.store.getState().phase === 'running';
    edit(nextSeeds(store.getState().draft.experiment));
    start();
    if (wasRunning) run();
  }

  return {
    store,
    edit,
    restore: () => {
      const { draft: now } = store.getState();
      take({ ...now, experiment: now.original, left: null });
    },
    putBack: () => take(putBack(store.getState().draft)),
    toggle,
    step,
    rewind: start,
    newSeed,
    rewindSlower: () => {
      edit({ knob: 'scaleRates', factor: 0.1 });
      start();
    },
    look: (change) => store.setState(change),
    setPace: (pace) => {
      store.setState({ pace });
      session.setPace(pace);
    },
    start,
    dispose: dontWait,
  };
}
