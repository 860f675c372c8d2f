/** Whether what a predicate judges is measured in the experiment: probes asked for, gradients, schemes that have it. */
import type { ArmSpec } from '../experiment';
import { isRowScheme } from '../scheme';
import type { SpecProblem } from '../specProblem';
import type { Promised } from './promised';

type Problems = readonly SpecProblem[];

const ROW_QUANTITIES: readonly string[] = [
  'distance',
  'relativeDistance',
  'weightCosine',
  'gradientCosine',
  'gradientNorm',
];

export function checkMeasured(promised: Promised): Problems {
  const { check, spec, shapes } = promised;
  const { probes } = spec.evaluation;
  const asked = (probe: (typeof probes)[number]): Problems =>
    probes.includes(probe)
      ? []
      : unmeasured(promised, 'kind', check.kind, `experiment.evaluation.probes: ["${probe}"]`);
  switch (check.kind) {
    case 'range':
    case 'lower':
      return checkQuantity(promised, check.quantity);
    case 'affinity':
      return [...asked('affinity'), ...checkRows(promised, 'affinity')];
    case 'grouping':
      return check.affinityOf === undefined ? checkPairs(promised) : asked('affinity');
    case 'barrier': {
      const [one, other] = shapes.slice(-2).map((shape) => shape.score);
      const alike = one === other ? [] : unmeasured(promised, 'kind', check.kind, 'accuracy | accuracy, error | error');
      return [...asked('interpolation'), ...checkRows(promised, 'interpolation'), ...alike];
    }
    case 'cross-validated':
      return spec.points.some((point) => point.fold !== null)
        ? []
        : unmeasured(promised, 'kind', check.kind, 'experiment.sweep: {"over": "fold", …}');
    default:
      return [];
  }
}

function checkQuantity(promised: Promised, quantity: string): Problems {
  const { spec } = promised;
  const needs = (measured: boolean, allowed: string): Problems =>
    measured ? [] : unmeasured(promised, 'quantity', quantity, allowed);
  switch (quantity) {
    case 'gradientNorm':
    case 'gradientCosine':
      return [
        ...needs(spec.evaluation.gradients, 'experiment.evaluation.gradients: true'),
        ...checkRows(promised, quantity),
      ];
    case 'taskWeight':
      return needs(
        spec.arms.some((arm) => arm.balancing.kind !== 'static'),
        'experiment.schemes[…].balancing',
      );
    case 'probe':
      return needs(
        armsOf(promised).every(({ arm }) => arm.scheme.kind === 'shared-private'),
        '"scheme": "shared-private"',
      );
    case 'position-x':
    case 'position-y':
      return needs(
        spec.points.every((point) => point.tasks.source === 'landscape'),
        '"source": "landscape"',
      );
    default:
      return ROW_QUANTITIES.includes(quantity) ? checkRows(promised, quantity) : [];
  }
}

/** Networks that mix activations have no rows to compare. */
function checkRows(promised: Promised, found: string): Problems {
  return armsOf(promised).flatMap(({ arm, path }): Problems =>
    isRowScheme(arm.scheme) ? [] : [{ path, code: 'check-needs-rows', params: { found, arm: arm.id } }],
  );
}

/** Every two tasks train together, without a third, in some arm. */
function checkPairs(promised: Promised): Problems {
  const { spec, shapes } = promised;
  const every = shapes.map((_, task) => task);
  const trained = spec.arms.flatMap(({ scheme }) => (scheme.kind === 'hard' ? (scheme.groups ?? [every]) : []));
  const missing = every.flatMap((i) =>
    every.flatMap((j) =>
      i < j && !trained.some((group) => group.length === 2 && group.includes(i) && group.includes(j))
        ? [`${shapes[i]?.name ?? i} + ${shapes[j]?.name ?? j}`]
        : [],
    ),
  );
  return missing.length === 0 ? [] : unmeasured(promised, 'kind', 'grouping', missing.slice(0, 3).join(', '));
}

/** The arms a predicate names, with where it does. */
function armsOf({
  check,
  spec,
  path,
}: Promised): readonly { readonly arm: ArmSpec; readonly path: Promised['path'] }[] {
  const named = [
    ...('arms' in check ? check.arms.map((id, index) => ({ id, path: [...path, 'arms', index] })) : []),
    ...('arm' in check ? [{ id: check.arm, path: [...path, 'arm'] }] : []),
  ];
  return named.flatMap(({ id, path: place }) =>
    spec.arms.flatMap((arm) => (arm.id === id ? [{ arm, path: place }] : [])),
  );
}

function unmeasured({ path }: Promised, key: string, found: string, allowed: string): Problems {
  return [{ path: [...path, key], code: 'check-unmeasured', params: { found, allowed } }];
}
