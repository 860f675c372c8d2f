/** Whether the predicates of a preset speak of arms, tasks, points and steps that exist, and of what is measured. */
import type { ExperimentSpec } from '../experiment';
import type { Preset } from '../preset';
import type { SpecProblem } from '../specProblem';
import { taskShapes } from '../taskShapes';
import { checkMeasured } from './checkMeasured';
import type { Promised } from './promised';

type Path = SpecProblem['path'];
type Problems = readonly SpecProblem[];

export function checkPromises(preset: Preset, spec: ExperimentSpec): Problems {
  const source = spec.points[0]?.tasks;
  const shapes = source === undefined ? [] : taskShapes(source);
  return [
    ...(preset.check ?? []).flatMap((check, index) => {
      const promised = { check, spec, shapes, path: ['check', index] };
      const places = checkPlaces(promised);
      // Of arms and tasks that do not exist it cannot be said what is measured.
      return places.length > 0 ? places : [...checkMeanScore(promised), ...checkMeasured(promised)];
    }),
    ...checkQuick(preset, spec),
  ];
}

function checkPlaces({ check, spec, shapes, path }: Promised): Problems {
  const tasks = shapes.map((shape) => shape.name);
  const arms = spec.arms.map((arm) => arm.id);
  const values = spec.points.flatMap((point) => (point.value === null ? [] : [point.value]));
  const known = (found: string | number | undefined, names: readonly (string | number)[], ...at: Path): Problems =>
    found === undefined || names.includes(found) ? [] : [unknown(found, names, [...path, ...at])];
  return [
    ...('arms' in check ? check.arms.flatMap((arm, at) => known(arm, arms, 'arms', at)) : []),
    ...('arm' in check ? known(check.arm, arms, 'arm') : []),
    ...('against' in check ? checkAgainst(check, arms, path) : []),
    ...('affinityOf' in check ? known(check.affinityOf, arms, 'affinityOf') : []),
    ...('task' in check ? known(check.task, tasks, 'task') : []),
    ...('pair' in check ? checkPair(check.pair ?? [], tasks, [...path, 'pair']) : []),
    ...('groups' in check ? checkGroups(check.groups, tasks, [...path, 'groups']) : []),
    ...('point' in check ? known(check.point, values, 'point') : []),
    ...('min' in check ||
    'max' in check ||
    check.kind === 'score' ||
    check.kind === 'range' ||
    check.kind === 'grouping'
      ? checkRange(check, path)
      : []),
    ...checkSteps(stepsOf(check), spec.training.steps, path),
  ];
}

function checkAgainst(
  check: { readonly arm: string; readonly against?: string },
  arms: readonly string[],
  path: Path,
): Problems {
  const others = arms.filter((arm) => arm !== check.arm);
  const { against } = check;
  return against === undefined || others.includes(against) ? [] : [unknown(against, others, [...path, 'against'])];
}

function checkPair(pair: readonly string[], tasks: readonly string[], path: Path): Problems {
  return pair.flatMap((task, at) => {
    const others = tasks.filter((name) => at === 0 || name !== pair[0]);
    return others.includes(task) ? [] : [unknown(task, others, [...path, at])];
  });
}

/** Every task once, at least two groups, at least two tasks together: else there is no within, or no across. */
function checkGroups(groups: readonly (readonly string[])[], tasks: readonly string[], path: Path): Problems {
  const strangers = groups.flatMap((group, index) =>
    group.flatMap((task, at) => (tasks.includes(task) ? [] : [unknown(task, tasks, [...path, index, at])])),
  );
  if (strangers.length > 0) return strangers;
  const flat = groups.flat();
  const partition = flat.length === tasks.length && new Set(flat).size === flat.length;
  const told = groups.length >= 2 && groups.some((group) => group.length >= 2);
  const found = groups.map((group) => group.join(' + ')).join(' | ');
  return partition && told ? [] : [{ path, code: 'check-groups', params: { found, allowed: tasks.join(', ') } }];
}

function checkRange(check: { readonly min?: number; readonly max?: number }, path: Path): Problems {
  const { min, max } = check;
  if (min === undefined && max === undefined) {
    return [{ path, code: 'missing', params: { expect: 'object', allowed: 'min, max' } }];
  }
  return min !== undefined && max !== undefined && min > max
    ? [{ path, code: 'check-range', params: { min, max } }]
    : [];
}

/** The steps that a predicate names. */
interface Steps {
  readonly at?: number | undefined;
  readonly from?: number | undefined;
  readonly to?: number | undefined;
}

function stepsOf(check: Promised['check']): Steps {
  return {
    at: 'at' in check ? check.at : undefined,
    from: 'from' in check ? check.from : undefined,
    to: 'to' in check ? check.to : undefined,
  };
}

function checkSteps(steps: Steps, max: number, path: Path): Problems {
  const { from, to } = steps;
  const late = (['at', 'from', 'to'] as const).flatMap((key): Problems => {
    const found = steps[key];
    return found === undefined || found <= max
      ? []
      : [{ path: [...path, key], code: 'timeline-after-end', params: { found, max } }];
  });
  return from !== undefined && to !== undefined && from > to
    ? [...late, { path, code: 'check-window', params: { from, to } }]
    : late;
}

/** An accuracy and an error have no mean. */
function checkMeanScore({ check, shapes, path }: Promised): Problems {
  const scored =
    check.kind === 'order' || check.kind === 'close' || check.kind === 'score' || check.kind === 'stopping';
  const mean = scored && check.task === undefined && new Set(shapes.map((shape) => shape.score)).size > 1;
  const allowed = shapes.map((shape) => shape.name).join(', ');
  return mean ? [{ path: [...path, 'task'], code: 'missing', params: { expect: 'choice', allowed } }] : [];
}

/** A quick check is no longer than the full one, and reaches every step that a claim or an event names. */
function checkQuick({ quick, check = [] }: Preset, spec: ExperimentSpec): Problems {
  const named = [
    ...spec.arms.flatMap((arm) => arm.timeline.map(({ at }) => at)),
    ...check.map(stepsOf).flatMap(({ at, to }) => [at ?? 1, to ?? 1]),
  ];
  return [
    ...outside(quick?.steps, Math.max(1, ...named), spec.training.steps, ['quick', 'steps']),
    ...outside(quick?.seeds, 2, spec.seeds.length, ['quick', 'seeds']),
  ];
}

function outside(found: number | undefined, min: number, max: number, path: Path): Problems {
  return found === undefined || (found >= min && found <= max)
    ? []
    : [{ path, code: 'out-of-range', params: { found, expect: 'integer', min, max } }];
}

function unknown(found: string | number, names: readonly (string | number)[], path: Path): SpecProblem {
  const allowed = names.length === 0 ? '–' : names.join(', ');
  return { path, code: 'check-unknown', params: { found: JSON.stringify(found), allowed } };
}
