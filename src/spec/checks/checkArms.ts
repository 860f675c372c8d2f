/** Whether the ways of sharing fit the network and the tasks. */
import { LIMITS } from '../limits';
import { layerCount, type ArmSpec, type ExperimentSpec } from '../experiment';
import type { PresetScheme } from '../preset';
import type { SpecProblem } from '../specProblem';
import type { TaskShape } from '../taskShape';
import { duplicates } from './duplicates';

const SCHEMES = ['experiment', 'schemes'] as const;

/** @param schemes what `spec.arms` were made of, one for one; `added` of them, at the front, are not the author's */
export function checkArms(
  spec: Pick<ExperimentSpec, 'arms' | 'model'>,
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
      return [
        ...checkLayers(arm, schemes[index], spec, shapes, path),
        ...checkWeights(arm, shapes.length, [...path, 'taskWeights']),
      ];
    }),
  ];
}

function shifted(path: SpecProblem['path'], by: number): SpecProblem['path'] {
  return path.map((key) => (typeof key === 'number' ? Math.max(0, key - by) : key));
}

function checkLayers(
  arm: ArmSpec,
  scheme: PresetScheme | undefined,
  spec: Pick<ExperimentSpec, 'model'>,
  shapes: readonly TaskShape[],
  path: SpecProblem['path'],
): readonly SpecProblem[] {
  const max = layerCount(spec.model);
  const noTrunk = spec.model.trunk.length === 0;
  const alike = haveEqualHeads(shapes);
  if (arm.scheme.kind === 'hard') {
    const place = [...path, 'share'];
    const found = arm.scheme.sharedLayers;
    if (scheme?.scheme === 'hard' && scheme.share === 'trunk' && noTrunk) {
      return [{ path: place, code: 'no-trunk', params: {} }];
    }
    if (found > max) return [{ path: place, code: 'share-too-deep', params: { found, min: 0, max } }];
    if (found === max && !alike) return [{ path: place, code: 'heads-differ', params: {} }];
  }
  if (arm.scheme.kind === 'soft') {
    const place = [...path, 'on'];
    if (arm.scheme.on === 'trunk' && noTrunk) return [{ path: place, code: 'no-trunk', params: {} }];
    if (arm.scheme.on === 'all' && !alike) return [{ path: place, code: 'heads-differ', params: {} }];
  }
  return [];
}

/** Heads can be tied or compared only when they have the same outputs and mean the same by them. */
export function haveEqualHeads(shapes: readonly TaskShape[]): boolean {
  const first = shapes[0];
  return shapes.every((shape) => shape.outputs === first?.outputs && shape.loss === first.loss);
}

function checkWeights(arm: ArmSpec, expected: number, path: SpecProblem['path']): readonly SpecProblem[] {
  const found = arm.taskWeights.length;
  if (found !== expected) return [{ path, code: 'length-mismatch', params: { found, expected } }];
  return arm.taskWeights.some((weight) => weight > 0) ? [] : [{ path, code: 'weights-zero', params: {} }];
}
