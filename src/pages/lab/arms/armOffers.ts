/** Every way of sharing that can be added, in the order of the menu, and why one cannot. */
import { BALANCING_KINDS } from '../../../spec/balancing';
import { checkArms } from '../../../spec/checks/checkArms';
import { checkLandscape } from '../../../spec/checks/checkLandscape';
import type { ExperimentSpec } from '../../../spec/experiment';
import type { PresetScheme } from '../../../spec/preset';
import { resolveArm } from '../../../spec/resolveArms';
import type { SpecProblem } from '../../../spec/specProblem';
import { methodOfBalancing, methodOfScheme } from '../../../ui/catalogue/methodOf';
import type { MethodId } from '../../../ui/catalogue/methodId';
import { layerCount } from '../../../spec/experiment';
import type { SchemeKind } from '../../../ui/armMark';
import { nextLambda } from '../nextLambda';
import type { DraftTowers } from './draftTowers';

export type OfferGroup = 'rows' | 'mixed' | 'balanced';

export interface ArmOffer {
  readonly method: MethodId;
  readonly group: OfferGroup;
  readonly glyph: SchemeKind;
  readonly scheme: PresetScheme;
  /** What stands in its way on this network and these tasks. */
  readonly problem: SpecProblem | null;
}

type Towers = Pick<DraftTowers, 'shapes' | 'model' | 'training'> & { readonly source: string };

/** @param schemes those that are there: a new soft one gets a λ of its own */
export function armOffers(towers: Towers, schemes: readonly PresetScheme[]): readonly ArmOffer[] {
  const lambda = nextLambda(schemes);
  const half = Math.max(1, Math.round(towers.training.steps / 2));
  const rows: readonly PresetScheme[] = [
    { scheme: 'hard' },
    { scheme: 'hard', share: 'everything' },
    ...(['pairwise', 'mean', 'l1', 'trace'] as const).map((penalty): PresetScheme => ({
      scheme: 'soft',
      lambda,
      penalty,
      ...(penalty === 'pairwise' || penalty === 'mean' ? { coupling: 'auto' } : {}),
    })),
    { scheme: 'meta', method: 'reptile' },
    { scheme: 'meta', method: 'fomaml' },
  ];
  const mixed: readonly PresetScheme[] = [
    { scheme: 'cross-stitch' },
    { scheme: 'sluice' },
    { scheme: 'shared-private' },
    { scheme: 'experts', gating: 'common' },
    { scheme: 'experts', gating: 'task' },
    { scheme: 'experts', gating: 'ple' },
    { scheme: 'adapters', trunkSteps: half },
  ];
  const balanced: readonly PresetScheme[] = BALANCING_KINDS.filter((kind) => kind !== 'static').map((kind) => ({
    scheme: 'hard',
    balancing: { kind },
  }));
  const revised: PresetScheme = { scheme: 'hard', balancing: { kind: 'uncertainty', form: 'revised' } };
  return [
    ...rows.map((scheme) => offer('rows', scheme, towers)),
    ...mixed.map((scheme) => offer('mixed', scheme, towers)),
    ...[...balanced.slice(0, 1), revised, ...balanced.slice(1)].map((scheme) => offer('balanced', scheme, towers)),
  ];
}

function offer(group: OfferGroup, scheme: PresetScheme, towers: Towers): ArmOffer {
  const { scheme: resolved, balancing } = armOf(scheme, towers);
  const method =
    group === 'balanced' ? methodOfBalancing(balancing) : methodOfScheme(resolved, layerCount(towers.model));
  const glyph = scheme.scheme === 'hard' || scheme.scheme === 'soft' ? scheme.scheme : 'mixed';
  return { method, group, glyph, scheme, problem: armProblem(scheme, towers) };
}

function armOf(scheme: PresetScheme, { shapes, model, training }: Towers): ExperimentSpec['arms'][number] {
  return resolveArm(scheme, {
    tasks: shapes.map(({ name }) => name),
    model,
    optimizer: training.optimizer,
    steps: training.steps,
    // Only the way of applying a penalty depends on it.
    learningRate: 0.01,
  });
}

/** The first thing that stands in the way of one arm by itself, or `null`. */
export function armProblem(scheme: PresetScheme, towers: Towers): SpecProblem | null {
  const arm = armOf(scheme, towers);
  const { model, training, shapes } = towers;
  const problems = checkArms({ arms: [arm], model, training }, [scheme], 0, shapes);
  if (problems.length > 0 || towers.source !== 'landscape') return problems[0] ?? null;
  const spec: ExperimentSpec = {
    version: 1,
    points: [{ value: null, tasks: { source: 'landscape', start: [0, 0] }, width: null, fold: null }],
    arms: [arm],
    seeds: [0],
    model,
    training,
    evaluation: { every: 1, gradients: false, probes: [] },
  };
  return checkLandscape(spec, 0)[0] ?? null;
}
