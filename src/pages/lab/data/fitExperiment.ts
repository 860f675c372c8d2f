/**
 * From one source of data to another: ways of sharing, network and training stay; what the new tasks cannot take is left out
 * and named, so that the page can say so and offer the way back. What is wrong is told by the spec's own checks, nowhere else.
 */
import { DEFAULTS } from '../../../spec/defaults';
import type { PresetScheme, PresetTasks } from '../../../spec/preset';
import type { SpecProblem } from '../../../spec/specProblem';
import { uniquelyNamed } from '../arms/uniquelyNamed';
import { experimentProblems, sourceOf, type DraftExperiment } from '../labDraft';
import { DROPPABLE, type Dropped } from './dropped';
import { explicitTasks } from './explicitTasks';

export interface Fitted {
  readonly experiment: DraftExperiment;
  /** Each word once. */
  readonly dropped: readonly Dropped[];
}

interface Step {
  readonly experiment: DraftExperiment;
  readonly dropped: Dropped;
}

/** Enough rounds for every arm to lose every setting, one at a time. */
const ROUNDS = 200;

/** @param original the draft as opened; its network comes back when the new data need one */
export function fitExperiment(before: DraftExperiment, written: PresetTasks, original: DraftExperiment): Fitted {
  const tasks = explicitTasks(written);
  const names = (of: PresetTasks): string | null =>
    sourceOf(of)
      ?.shapes.map(({ name }) => name)
      .join() ?? null;
  const started: DraftExperiment = { ...withNetwork(before, tasks, original), tasks };
  const [earlier, now] = [names(before.tasks), names(tasks)];
  if (now === null) return { experiment: started, dropped: [] };
  // Equal names may belong to other tasks. Where it was not known which tasks there were, nothing is taken away.
  const sameTasks = before.tasks.source === tasks.source && (earlier === null || earlier === now);
  const first = sameTasks ? { experiment: started, dropped: [] } : withoutTaskNames(started);
  const dropped = new Set<Dropped>(first.dropped);
  let { experiment } = first;
  for (let round = 0; round < ROUNDS; round++) {
    const [problem] = experimentProblems(experiment).filter(({ path }) => path.length > 1);
    // Within the same tasks a knob that is turned too far is told, not answered by taking other things away.
    if (problem === undefined || sameTasks) break;
    const step = withoutFault(experiment, problem);
    if (step === null) break;
    dropped.add(step.dropped);
    experiment = uniquelyNamed(step.experiment);
  }
  return { experiment, dropped: DROPPABLE.filter((word) => dropped.has(word)) };
}

/** The landscape has no network of its own; whatever comes after it needs one again. */
function withNetwork(before: DraftExperiment, tasks: PresetTasks, original: DraftExperiment): DraftExperiment {
  if (before.tasks.source !== 'landscape' || tasks.source === 'landscape') return before;
  const trunk = original.tasks.source === 'landscape' ? DEFAULTS.trunk : original.model.trunk;
  return { ...before, model: { ...before.model, trunk } };
}

/** Without everything that says which task it means. */
function withoutTaskNames(experiment: DraftExperiment): Fitted {
  const dropped = new Set<Dropped>();
  const schemes = experiment.schemes.map((scheme): PresetScheme => {
    const { taskWeights, timeline, ...rest } = scheme;
    if (taskWeights?.some((weight) => weight !== taskWeights[0]) === true) dropped.add('taskWeights');
    const events = timeline?.filter((event) => !namesTasks(event)) ?? [];
    if (events.length < (timeline?.length ?? 0)) dropped.add('timeline');
    const kept: PresetScheme = events.length === 0 ? rest : { ...rest, timeline: events };
    if (kept.scheme !== 'hard' || kept.groups === undefined) return kept;
    const { groups: _groups, ...together } = kept;
    dropped.add('groups');
    return together;
  });
  const { sweep, ...unswept } = experiment;
  const named = sweep?.over === 'samples' && sweep.task !== undefined;
  if (named) dropped.add('sweep');
  const fitting = named ? unswept : experiment;
  return { experiment: withoutTwins({ ...fitting, schemes }, experiment), dropped: [...dropped] };
}

type Event = NonNullable<PresetScheme['timeline']>[number];

function namesTasks(event: Event): boolean {
  switch (event.do) {
    case 'weights':
    case 'rows':
    case 'adopt':
    case 'anchor':
      return true;
    case 'fuse':
      return event.tasks !== undefined || event.method.kind === 'weighted';
    default:
      return false;
  }
}

/** Arms that have become like another one, because what told them apart is gone, go too. */
function withoutTwins(now: DraftExperiment, before: DraftExperiment): DraftExperiment {
  const plain = ({ id: _id, label: _label, ...scheme }: PresetScheme): string => JSON.stringify(scheme);
  const seen = new Set<string>();
  const schemes = now.schemes.flatMap((scheme, arm) => {
    const changed = JSON.stringify(scheme) !== JSON.stringify(before.schemes[arm]);
    const key = plain(scheme);
    const twin = seen.has(key);
    seen.add(key);
    if (twin && changed) return [];
    // A name told what is gone.
    if (!changed) return [scheme];
    const { id: _id, label: _label, ...unnamed } = scheme;
    return [unnamed];
  });
  return uniquelyNamed({ ...now, schemes });
}

/** The experiment without what a problem points at; `null` where nothing of the kind can be left out. */
function withoutFault(experiment: DraftExperiment, { path }: SpecProblem): Step | null {
  const [, section, second, third] = path;
  switch (section) {
    case 'schemes':
      return typeof second === 'number' ? withoutSetting(experiment, second, path.slice(3)) : null;
    case 'sweep': {
      const { sweep: _sweep, ...unswept } = experiment;
      return { experiment: unswept, dropped: 'sweep' };
    }
    case 'training':
      return second === 'batch' && third === undefined
        ? { experiment: { ...experiment, training: { ...experiment.training, batch: null } }, dropped: 'batch' }
        : null;
    case 'evaluation': {
      const { gradients: _gradients, probes: _probes, ...rest } = experiment.evaluation ?? {};
      return { experiment: { ...experiment, evaluation: rest }, dropped: 'measuring' };
    }
    case 'model':
      return { experiment: { ...experiment, model: { ...experiment.model, trunk: [], head: [] } }, dropped: 'network' };
    default:
      return null;
  }
}

/** Keys of a scheme without which it is not one. */
const NEEDED: readonly unknown[] = ['scheme', 'id', 'lambda', 'method', 'trunkSteps'];
const WORDS: Readonly<Record<string, Dropped>> = {
  taskWeights: 'taskWeights',
  groups: 'groups',
  balancing: 'balancing',
};

function withoutSetting(experiment: DraftExperiment, arm: number, [key, index]: SpecProblem['path']): Step | null {
  const scheme = experiment.schemes[arm];
  if (scheme === undefined) return null;
  const replaced = (next: PresetScheme): DraftExperiment =>
    withoutTwins(
      { ...experiment, schemes: experiment.schemes.map((other, at) => (at === arm ? next : other)) },
      experiment,
    );
  if (key === 'timeline' && typeof index === 'number') {
    const timeline = scheme.timeline?.filter((_, at) => at !== index) ?? [];
    const { timeline: _timeline, ...plain } = scheme;
    const next: PresetScheme = timeline.length === 0 ? plain : { ...plain, timeline };
    return { experiment: replaced(next), dropped: 'timeline' };
  }
  if (typeof key === 'string' && key in scheme && !NEEDED.includes(key)) {
    const next = Object.fromEntries(Object.entries(scheme).filter(([name]) => name !== key)) as PresetScheme;
    return { experiment: replaced(next), dropped: WORDS[key] ?? 'setting' };
  }
  if (scheme.scheme === 'alone') return null;
  return {
    experiment: { ...experiment, schemes: experiment.schemes.filter((_, at) => at !== arm) },
    dropped: 'arm',
  };
}
