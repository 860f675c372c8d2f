/** Whether the ways of sharing fit the network and the tasks. */
import { LIMITS } from '../limits';
import type { ArmSpec, ExperimentSpec } from '../experiment';
import type { PresetScheme } from '../preset';
import type { SpecProblem } from '../specProblem';
import type { TaskShape } from '../taskShape';
import { checkBalancing } from './checkBalancing';
import { checkScheme } from './checkScheme';
import { checkTimeline } from './checkTimeline';
import { duplicates } from './duplicates';

const SCHEMES = ['experiment', 'schemes'] as const;

/** @param schemes what `spec.arms` were made of, one for one; `added` of them, at the front, are not the author's */
export function checkArms(
  spec: Pick<ExperimentSpec, 'arms' | 'model' | 'training'>,
  schemes: readonly PresetScheme[],
  added: number,
  shapes: readonly TaskShape[],
): readonly SpecProblem[] {
  const { max } = LIMITS.arms;
  if (spec.arms.length > max) {
    return [{ path: SCHEMES, code: 'too-many-arms', params: { found: spec.arms.length, max } }];
  }
  const clashes = duplicates(spec.arms, (arm) => arm.id, SCHEMES, ['id'], 'duplicate-id');
  return [
    ...clashes.map((problem) => ({ ...problem, path: shifted(problem.path, added) })),
    ...spec.arms.flatMap((arm, index) => {
      const path = [...SCHEMES, index - added];
      const written = schemes[index];
      return [
        ...checkScheme(arm.scheme, written, { model: spec.model, shapes }, path),
        ...checkWeights(arm, shapes.length, [...path, 'taskWeights']),
        ...checkBalancing(arm, shapes, [...path, 'balancing']),
        ...checkTimeline(arm, written, { ...spec, shapes }, [...path, 'timeline']),
      ];
    }),
  ];
}

function shifted(path: SpecProblem['path'], by: number): SpecProblem['path'] {
  return path.map((key) => (typeof key === 'number' ? Math.max(0, key - by) : key));
}

function checkWeights(arm: ArmSpec, expected: number, path: SpecProblem['path']): readonly SpecProblem[] {
  const found = arm.taskWeights.length;
  if (found !== expected) return [{ path, code: 'length-mismatch', params: { found, expected } }];
  return arm.taskWeights.some((weight) => weight > 0) ? [] : [{ path, code: 'weights-zero', params: {} }];
}
