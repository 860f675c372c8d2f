/** What the landscape takes: a point instead of a network, alone or tied, and methods that stand negative losses. */
import type { ArmSpec, ExperimentSpec } from '../experiment';
import type { BalancingSpec } from '../balancing';
import type { SpecProblem } from '../specProblem';

const SCHEMES: readonly string[] = ['alone', 'hard'];

/** Its losses fall below zero, where methods of losses have no meaning; all others have. */
const BALANCING: readonly BalancingSpec['kind'][] = [
  ...(['static', 'random', 'sampling', 'gradient-normalisation', 'pcgrad', 'gradvac'] as const),
  ...(['mgda', 'cagrad', 'nash', 'imtl-g', 'aligned', 'upgrad'] as const),
];

const EVENTS: readonly string[] = ['weights', 'rate'];

function word(path: SpecProblem['path'], found: string, allowed: readonly string[]): readonly SpecProblem[] {
  if (allowed.includes(found)) return [];
  return [{ path, code: 'not-one-of', params: { found, expect: 'choice', allowed: allowed.join(', ') } }];
}

/** @param added arms at the front that are not the author's */
export function checkLandscape(spec: ExperimentSpec, added: number): readonly SpecProblem[] {
  if (spec.points.every((point) => point.tasks.source !== 'landscape')) return [];
  const empty = (part: 'trunk' | 'head'): readonly SpecProblem[] => {
    const found = spec.model[part].length;
    const path = ['experiment', 'model', part];
    return found === 0 ? [] : [{ path, code: 'list-length', params: { found, expect: 'list', min: 0, max: 0 } }];
  };
  const arm = ({ scheme, balancing, timeline }: ArmSpec, index: number): readonly SpecProblem[] => {
    const path = ['experiment', 'schemes', Math.max(0, index - added)];
    return [
      ...word([...path, 'scheme'], scheme.kind, SCHEMES),
      ...word([...path, 'balancing', 'kind'], balancing.kind, BALANCING),
      ...timeline.flatMap((event, at) => word([...path, 'timeline', at, 'do'], event.do, EVENTS)),
    ];
  };
  return [...empty('trunk'), ...empty('head'), ...spec.arms.flatMap(arm)];
}
