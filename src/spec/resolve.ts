/** From what an author wrote to what is run: every default filled in, every limit checked, deeply frozen. */
import { checkArms } from './checks/checkArms';
import { checkLandscape } from './checks/checkLandscape';
import { checkSpec } from './checks/checkSpec';
import { checkTasks } from './checks/checkTasks';
import { deepFreeze } from './deepFreeze';
import { DEFAULTS } from './defaults';
import type { ExperimentSpec } from './experiment';
import { LIMITS } from './limits';
import { mergeOverrides, type Overrides } from './overrides';
import { experimentSchema, type Preset, type PresetExperiment } from './preset';
import { completeSchemes, resolveArm } from './resolveArms';
import { resolvePoints, resolveTasks } from './resolveTasks';
import { resolveEvaluation, resolveModel, resolveTraining } from './resolveTraining';
import { inspectValue } from './inspectValue';
import { SpecProblemError, type SpecProblem } from './specProblem';
import { taskShapes } from './taskShapes';
import { zodProblems } from './zodProblems';

export type Resolution =
  | { readonly ok: true; readonly spec: ExperimentSpec }
  | { readonly ok: false; readonly problems: readonly SpecProblem[] };

/**
 * @param overrides what knobs or the command line change; see {@link Overrides}
 * @throws SpecProblemError when overrides (or a preset that did not come from `parsePreset`) are not allowed
 */
export function resolve(preset: Pick<Preset, 'experiment'>, overrides: Overrides = {}): ExperimentSpec {
  const resolution = tryResolve(preset, overrides);
  if (!resolution.ok) throw new SpecProblemError(resolution.problems);
  return resolution.spec;
}

/** {@link resolve} for a page that shows problems beside its knobs. */
export function tryResolve(preset: Pick<Preset, 'experiment'>, overrides: Overrides = {}): Resolution {
  const inspection = inspectValue(mergeOverrides(preset.experiment, overrides));
  if (!inspection.ok) return refuse(inspection.problems.map(inExperiment));
  const parsed = experimentSchema.safeParse(inspection.value);
  if (!parsed.success) return refuse(zodProblems(parsed.error.issues, inspection.value, ['experiment']));
  return resolveExperiment(parsed.data);
}

/** The part after the schema: `experiment` has the right form, but its values may not fit together. */
export function resolveExperiment(experiment: PresetExperiment): Resolution {
  // What networks look like depends on the tasks: with faulty tasks, further refusals would only mislead.
  const taskProblems = checkTasks(experiment);
  if (taskProblems.length > 0) return refuse(taskProblems);

  const seeds = { ...DEFAULTS.seeds, ...experiment.seeds };
  if (seeds.first + seeds.count - 1 > LIMITS.seed.max) {
    const params = { found: seeds.first + seeds.count - 1, max: LIMITS.seed.max };
    return refuse([{ path: ['experiment', 'seeds'], code: 'seeds-overflow', params }]);
  }

  const points = resolvePoints(resolveTasks(experiment.tasks), experiment.sweep);
  const shapes = points[0] === undefined ? [] : taskShapes(points[0].tasks);
  // On the landscape a point moves, not a network.
  const model = resolveModel(experiment.model ?? (experiment.tasks.source === 'landscape' ? NO_NETWORK.model : {}));
  const training = resolveTraining(experiment.training);
  const onLandscape = experiment.tasks.source === 'landscape';
  const schemes = completeSchemes(experiment.schemes ?? (onLandscape ? NO_NETWORK.schemes : undefined));
  const learningRate = experiment.training?.learningRate ?? DEFAULTS.learningRate;
  const setting = {
    tasks: shapes.map((shape) => shape.name),
    model,
    optimizer: training.optimizer,
    steps: training.steps,
    learningRate,
  };
  const arms = schemes.map((scheme) => resolveArm(scheme, setting));
  const lanes = points.length * arms.length * seeds.count;
  const spec: ExperimentSpec = {
    version: 1,
    points,
    arms,
    seeds: Array.from({ length: seeds.count }, (_, index) => seeds.first + index),
    model,
    training,
    evaluation: resolveEvaluation(experiment.evaluation, {
      steps: training.steps,
      lanes,
      trunkLayers: model.trunk.length,
    }),
  };

  const added = experiment.schemes === undefined ? 0 : schemes.length - experiment.schemes.length;
  const problems = [...checkArms(spec, schemes, added, shapes), ...checkSpec(spec), ...checkLandscape(spec, added)];
  return problems.length > 0 ? refuse(problems) : { ok: true, spec: deepFreeze(spec) };
}

/** What is trained on the landscape when its author says nothing: a point for each function, and one for both. */
const NO_NETWORK: Pick<PresetExperiment, 'model' | 'schemes'> & { readonly model: object } = {
  model: { trunk: [], head: [] },
  schemes: [{ scheme: 'alone' }, { scheme: 'hard' }],
};

function refuse(problems: readonly SpecProblem[]): Resolution {
  return { ok: false, problems };
}

function inExperiment(problem: SpecProblem): SpecProblem {
  return { ...problem, path: ['experiment', ...problem.path] };
}
