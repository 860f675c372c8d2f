/** Ways of sharing with every default written out, and the names they go by. */
import { safeCoupling } from './coupling';
import { DEFAULTS } from './defaults';
import { layerCount, type ModelSpec, type OptimizerSpec } from './experiment';
import type { PresetScheme } from './preset';
import type { HardScheme, Scheme, SoftScheme } from './scheme';

/** What a scheme's defaults depend on. */
export interface SchemeSetting {
  /** Names of the tasks, in order. */
  readonly tasks: readonly string[];
  readonly model: ModelSpec;
  readonly optimizer: OptimizerSpec;
  readonly steps: number;
}

type Written<K extends PresetScheme['scheme']> = Extract<PresetScheme, { scheme: K }>;
type Share = NonNullable<Written<'hard'>['share']>;

/** Index of a task; -1 for a name that is none, which the checks refuse. */
export function taskIndex(setting: Pick<SchemeSetting, 'tasks'>, name: string): number {
  return setting.tasks.indexOf(name);
}

export function resolveHard(scheme: Pick<Written<'hard'>, 'share' | 'groups'>, setting: SchemeSetting): HardScheme {
  return {
    kind: 'hard',
    sharedLayers: sharedLayers(defaultShare(scheme, setting.model), setting.model),
    groups: scheme.groups?.map((group) => group.map((name) => taskIndex(setting, name))) ?? null,
  };
}

/** l1 and trace have no gradient where rows meet: for them the exact step is the only one. */
export function resolveSoft(
  scheme: Omit<Written<'soft'>, 'scheme'>,
  setting: SchemeSetting,
  learningRate: number,
): SoftScheme {
  const { lambda, penalty = DEFAULTS.penalty, coupling = DEFAULTS.coupling } = scheme;
  const squared = penalty === 'pairwise' || penalty === 'mean';
  return {
    kind: 'soft',
    lambda,
    penalty,
    on: scheme.on ?? (setting.model.trunk.length > 0 ? 'trunk' : 'all'),
    coupling: !squared
      ? 'proximal'
      : coupling === 'auto'
        ? safeCoupling({ lambda, penalty }, setting.tasks.length, setting.optimizer, learningRate)
        : coupling,
  };
}

export function resolveScheme(scheme: PresetScheme, setting: SchemeSetting, learningRate: number): Scheme {
  switch (scheme.scheme) {
    case 'alone':
      return { kind: 'alone' };
    case 'hard':
      return resolveHard(scheme, setting);
    case 'soft':
      return resolveSoft(scheme, setting, learningRate);
    case 'meta':
      return {
        kind: 'meta',
        method: scheme.method,
        innerSteps: scheme.innerSteps ?? DEFAULTS.innerSteps,
        outerRate: scheme.outerRate ?? DEFAULTS.outerRate,
        annealOver: scheme.annealOver ?? setting.steps,
      };
    case 'cross-stitch':
      return {
        kind: 'cross-stitch',
        same: scheme.same ?? DEFAULTS.same,
        rateFactor: scheme.rateFactor ?? DEFAULTS.rateFactor,
      };
    case 'sluice':
      return {
        kind: 'sluice',
        subspaces: scheme.subspaces === 1 ? 1 : 2,
        same: scheme.same ?? DEFAULTS.same,
        rateFactor: scheme.rateFactor ?? DEFAULTS.rateFactor,
        orthogonality: scheme.orthogonality ?? DEFAULTS.orthogonality,
      };
    case 'shared-private':
      return {
        kind: 'shared-private',
        adversary: scheme.adversary ?? DEFAULTS.adversary,
        discriminatorSteps: scheme.discriminatorSteps ?? DEFAULTS.discriminatorSteps,
        discriminatorRate: scheme.discriminatorRate ?? DEFAULTS.discriminatorRate,
        orthogonality: scheme.orthogonality ?? DEFAULTS.orthogonality,
      };
    case 'experts': {
      const gating = scheme.gating ?? DEFAULTS.gating;
      return {
        kind: 'experts',
        gating,
        experts: scheme.experts ?? DEFAULTS.experts,
        ownExperts: scheme.ownExperts ?? (gating === 'ple' ? DEFAULTS.ownExperts : 0),
        units: scheme.units ?? DEFAULTS.expertUnits,
        levels: scheme.levels ?? 1,
      };
    }
    case 'adapters':
      return { kind: 'adapters', rank: scheme.rank ?? DEFAULTS.rank, trunkSteps: scheme.trunkSteps };
  }
}

function defaultShare(scheme: Pick<Written<'hard'>, 'share'>, model: ModelSpec): Share {
  return scheme.share ?? (model.trunk.length > 0 ? 'trunk' : 'everything');
}

function sharedLayers(share: Share, model: ModelSpec): number {
  switch (share) {
    case 'nothing':
      return 0;
    case 'trunk':
      return model.trunk.length;
    case 'everything':
      return layerCount(model);
    default:
      return share;
  }
}

/** `alone`, `hard` (trunk), `full` (everything), `hard-0` (nothing), `hard-2`, `soft-0.01`, `mmoe`, ... */
export function schemeId(scheme: PresetScheme, model: ModelSpec): string {
  switch (scheme.scheme) {
    case 'soft': {
      const { penalty = DEFAULTS.penalty, lambda } = scheme;
      return penalty === 'l1' || penalty === 'trace' ? `${penalty}-${lambda}` : `soft-${lambda}`;
    }
    case 'hard': {
      const share = defaultShare(scheme, model);
      if (share === 'trunk') return 'hard';
      if (share === 'everything') return 'full';
      return `hard-${share === 'nothing' ? 0 : share}`;
    }
    case 'meta':
      return scheme.method;
    case 'experts': {
      const gating = scheme.gating ?? DEFAULTS.gating;
      return gating === 'ple' ? 'ple' : gating === 'common' ? 'omoe' : 'mmoe';
    }
    case 'alone':
    case 'cross-stitch':
    case 'sluice':
    case 'shared-private':
    case 'adapters':
      return scheme.scheme;
  }
}
