/** Ways of sharing with every default written out. */
import { safeCoupling } from './coupling';
import { DEFAULTS } from './defaults';
import { layerCount, type ArmSpec, type ModelSpec, type OptimizerSpec, type Scheme } from './experiment';
import type { PresetScheme } from './preset';

/** What a scheme's defaults depend on. */
export interface ArmSetting {
  readonly tasks: number;
  readonly model: ModelSpec;
  readonly optimizer: OptimizerSpec;
  readonly learningRate: number;
}

/**
 * The author's schemes, with the baseline `alone` put first when it is missing: without it there is nothing that
 * a transfer could be negative against.
 */
export function completeSchemes(schemes: readonly PresetScheme[] | undefined): readonly PresetScheme[] {
  const wanted: readonly PresetScheme[] = schemes ?? [
    { scheme: 'alone' },
    { scheme: 'hard' },
    { scheme: 'soft', lambda: DEFAULTS.lambda },
  ];
  return wanted.some((scheme) => scheme.scheme === 'alone') ? wanted : [{ scheme: 'alone' }, ...wanted];
}

export function resolveArm(scheme: PresetScheme, setting: ArmSetting): ArmSpec {
  const learningRate = scheme.learningRate ?? setting.learningRate;
  return {
    id: scheme.id ?? defaultId(scheme, setting.model),
    scheme: resolveScheme(scheme, setting, learningRate),
    learningRate,
    taskWeights: scheme.taskWeights ?? Array.from({ length: setting.tasks }, () => DEFAULTS.taskWeight),
  };
}

function resolveScheme(scheme: PresetScheme, setting: ArmSetting, learningRate: number): Scheme {
  switch (scheme.scheme) {
    case 'alone':
      return { kind: 'alone' };
    case 'hard':
      return { kind: 'hard', sharedLayers: sharedLayers(defaultShare(scheme, setting.model), setting.model) };
    case 'soft': {
      const penalty = scheme.penalty ?? DEFAULTS.penalty;
      const { lambda, coupling = DEFAULTS.coupling } = scheme;
      return {
        kind: 'soft',
        lambda,
        penalty,
        on: scheme.on ?? (setting.model.trunk.length > 0 ? 'trunk' : 'all'),
        coupling:
          coupling === 'auto'
            ? safeCoupling({ lambda, penalty }, setting.tasks, setting.optimizer, learningRate)
            : coupling,
      };
    }
  }
}

type HardScheme = Extract<PresetScheme, { scheme: 'hard' }>;
type Share = NonNullable<HardScheme['share']>;

function defaultShare(scheme: HardScheme, model: ModelSpec): Share {
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

/** `alone`, `hard` (trunk), `full` (everything), `hard-0` (nothing), `hard-2`, `soft-0.01`. */
function defaultId(scheme: PresetScheme, model: ModelSpec): string {
  switch (scheme.scheme) {
    case 'alone':
      return 'alone';
    case 'soft':
      return `soft-${scheme.lambda}`;
    case 'hard': {
      const share = defaultShare(scheme, model);
      if (share === 'trunk') return 'hard';
      if (share === 'everything') return 'full';
      return `hard-${share === 'nothing' ? 0 : share}`;
    }
  }
}
