import { useCallback, useEffect, useState } from 'react';
import { useNavigate, useSearchParams } from 'react-router';
import type { KnobValues } from '../../course/courseSlide';
import { neighbour, type BuiltSlide } from '../../course/registry';
import type { PresetRun, RunChanges } from '../../course/run/presetRun';
import { knobValues, startPlaces, turn, type KnobPlaces } from './knobState';
import { presentCommand, type PresentCommand } from './presentKeys';

export interface Show {
  /** Index into `slide.present.views`. */
  readonly view: number;
  readonly revealed: boolean;
  readonly knobs: KnobValues;
  readonly places: KnobPlaces;
  readonly panel: 'none' | 'help' | 'notes';
  readonly command: (command: PresentCommand) => void;
  readonly open: (view: number) => void;
  /** Closes the panel, whichever it is; unlike its key, never opens one. */
  readonly closePanel: () => void;
}

/** What is on the screen and what the keys do to it. `?view=<id>` in the address opens a view, e.g. `ask`. */
export function useShow(slide: BuiltSlide, run: PresetRun): Show {
  const { views, knobs } = slide.present;
  const navigate = useNavigate();
  const [params] = useSearchParams();
  const wanted = views.findIndex(({ id }) => id === params.get('view'));
  const [view, setView] = useState(wanted >= 0 ? wanted : views.findIndex(({ asks }) => !asks));
  const [revealed, setRevealed] = useState(false);
  const [places, setPlaces] = useState(() => startPlaces(knobs));
  const [panel, setPanel] = useState<Show['panel']>('none');
  const asking = (views[view]?.asks ?? false) && !revealed;

  const open = useCallback(
    (wish: number): void => {
      const next = Math.min(Math.max(0, wish), views.length - 1);
      setView(next);
      // Coming back to the question asks it again.
      if (next !== view) setRevealed(false);
    },
    [view, views.length],
  );
  const command = useCallback(
    (given: PresentCommand): void => {
      const values = knobValues(knobs, places);
      switch (given.do) {
        case 'go':
          if (asking) setRevealed(true);
          else run.toggle(changes(values));
          return;
        case 'step':
          run.pause();
          run.session.step(run.state.source === 'live' ? (run.record?.spec.evaluation.every ?? 1) : 1);
          return;
        case 'rewind':
          run.session.rewind();
          if (run.state.source === 'recording') run.session.run();
          return;
        case 'fullScreen':
          void toggleFullScreen();
          return;
        case 'notes':
          setPanel((now) => (now === 'notes' ? 'none' : 'notes'));
          return;
        case 'help':
          setPanel((now) => (now === 'help' ? 'none' : 'help'));
          return;
        case 'leave':
          if (panel === 'none') void navigate(`/learn/${slide.id}`);
          else setPanel('none');
          return;
        case 'view':
          open(view + given.by);
          return;
        case 'slide': {
          const next = neighbour(slide.id, given.by);
          if (next !== null) void navigate(`/present/${next.id}`);
          return;
        }
        case 'knob':
          setPlaces((now) => turn(knobs, now, given.index, given.by));
      }
    },
    [asking, knobs, navigate, open, panel, places, run, slide.id, view],
  );

  const closePanel = useCallback((): void => setPanel('none'), []);

  useEffect(() => {
    const onKey = (event: KeyboardEvent): void => {
      const target = event.target instanceof Element ? event.target : null;
      const { key, code, shiftKey, ctrlKey, metaKey, altKey, defaultPrevented } = event;
      const given = presentCommand({ key, code, shiftKey, ctrlKey, metaKey, altKey, defaultPrevented, target });
      if (given === null) return;
      event.preventDefault();
      command(given);
    };
    window.addEventListener('keydown', onKey);
    return () => window.removeEventListener('keydown', onKey);
  }, [command]);

  return { view, revealed, knobs: knobValues(knobs, places), places, panel, command, open, closePanel };
}

function changes(values: KnobValues): RunChanges {
  const { seeds, steps } = values;
  return {
    ...(typeof seeds === 'number' ? { seeds } : {}),
    ...(typeof steps === 'number' ? { steps } : {}),
  };
}

async function toggleFullScreen(): Promise<void> {
  try {
    if (document.fullscreenElement === null) await document.documentElement.requestFullscreen();
    else await document.exitFullscreen();
  } catch {
    // Not allowed in this frame or on this device: the slide fills the window anyway.
  }
}
