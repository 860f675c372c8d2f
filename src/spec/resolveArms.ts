/** Arms with every default written out. */
import { resolveBalancing } from './balancingFields';
import { DEFAULTS } from './defaults';
import type { ArmSpec } from './experiment';
import type { PresetScheme } from './preset';
import { resolveScheme, schemeId, type SchemeSetting } from './resolveScheme';
import { resolveTimeline } from './resolveTimeline';

/** What an arm's defaults depend on. */
export interface ArmSetting extends SchemeSetting {
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
    id: scheme.id ?? defaultId(scheme, setting),
    scheme: resolveScheme(scheme, setting, learningRate),
    learningRate,
    taskWeights: scheme.taskWeights ?? setting.tasks.map(() => DEFAULTS.taskWeight),
    balancing: resolveBalancing(scheme.balancing),
    timeline: resolveTimeline(scheme.timeline ?? [], setting, learningRate),
    width: scheme.width ?? null,
    label: scheme.label ?? null,
  };
}

/** The scheme's name; under a balancing method, the method's (`pcgrad`), which is what is then compared. */
function defaultId(scheme: PresetScheme, setting: ArmSetting): string {
  const own = schemeId(scheme, setting.model);
  const { balancing, width } = scheme;
  const balanced =
    balancing === undefined || balancing.kind === 'static'
      ? own
      : own === 'hard'
        ? balancing.kind
        : `${own}-${balancing.kind}`;
  return width === undefined ? balanced : `${balanced}-w${width}`;
}
