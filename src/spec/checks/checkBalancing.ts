/** Whether a balancing method can act on the way of sharing it is asked for. Nothing is replaced silently. */
import type { ArmSpec } from '../experiment';
import { MOST_TASKS_BY_FACES, type BalancingSpec } from '../balancing';
import type { SpecProblem } from '../specProblem';
import type { TaskShape } from '../taskShape';

/** Methods that look at no gradient; all others compare the gradients of the tasks on tied columns. */
const BY_LOSSES: readonly BalancingSpec['kind'][] = [
  ...(['static', 'uncertainty', 'dwa', 'random', 'sampling', 'log', 'geometric', 'imtl-l', 'famo'] as const),
];

/** Methods of gradients act on what the tasks have in common: tied columns. */
export function checkBalancing(
  arm: ArmSpec,
  shapes: readonly TaskShape[],
  path: SpecProblem['path'],
): readonly SpecProblem[] {
  const { kind } = arm.balancing;
  const found = kind;
  if (kind !== 'static' && arm.scheme.kind === 'meta')
    return [{ path, code: 'balancing-needs-rows', params: { found } }];
  const tied = arm.scheme.kind === 'hard' && arm.scheme.sharedLayers > 0 && arm.scheme.groups === null;
  if (!BY_LOSSES.includes(kind) && !tied) return [{ path, code: 'balancing-needs-hard', params: { found } }];
  const byFaces = kind === 'mgda' || kind === 'cagrad';
  return byFaces && shapes.length > MOST_TASKS_BY_FACES
    ? [{ path, code: 'balancing-tasks', params: { found: shapes.length, max: MOST_TASKS_BY_FACES } }]
    : [];
}
