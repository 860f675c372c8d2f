/** Whether the predicates of a preset speak of arms, tasks and points that exist. */
import type { ExperimentSpec } from '../experiment';
import type { Preset } from '../preset';
import type { SpecProblem } from '../specProblem';
import { taskShapes } from '../taskShapes';

export function checkPromises(preset: Preset, spec: ExperimentSpec): readonly SpecProblem[] {
  const source = spec.points[0]?.tasks;
  const tasks = source === undefined ? [] : taskShapes(source).map((shape) => shape.name);
  const arms = spec.arms.map((arm) => arm.id);
  const values = spec.points.flatMap((point) => (point.value === null ? [] : [point.value]));

  const known = (found: string | number | undefined, names: readonly (string | number)[], path: SpecProblem['path']) =>
    found === undefined || names.includes(found) ? [] : [unknown(found, names, path)];

  return (preset.check ?? []).flatMap((check, index) => {
    const path = ['check', index];
    const named = 'arms' in check ? check.arms : [check.arm];
    return [
      ...named.flatMap((arm, at) => known(arm, arms, 'arms' in check ? [...path, 'arms', at] : [...path, 'arm'])),
      ...known(check.task, tasks, [...path, 'task']),
      ...known(check.point, values, [...path, 'point']),
      ...(check.kind === 'score' ? checkRange(check, path) : []),
    ];
  });
}

function unknown(found: string | number, names: readonly (string | number)[], path: SpecProblem['path']): SpecProblem {
  const allowed = names.length === 0 ? '–' : names.join(', ');
  return { path, code: 'check-unknown', params: { found: JSON.stringify(found), allowed } };
}

function checkRange(
  check: { readonly min?: number; readonly max?: number },
  path: SpecProblem['path'],
): readonly SpecProblem[] {
  const { min, max } = check;
  if (min === undefined && max === undefined) {
    return [{ path, code: 'missing', params: { expect: 'object', allowed: 'min, max' } }];
  }
  return min !== undefined && max !== undefined && min > max
    ? [{ path, code: 'check-range', params: { min, max } }]
    : [];
}
