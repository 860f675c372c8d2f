import type { Preset } from '../../spec/preset';
import { resolve } from '../../spec/resolve';
import { stableHash } from '../../spec/stableHash';

/**
 * What a result is a result of: the resolved experiment, the checks and the verdict. Words (title, claim, labels of
 * schemes) and the quick budget may change without another training.
 * @throws SpecProblemError when the preset does not resolve
 */
export function presetHash(preset: Pick<Preset, 'experiment' | 'check' | 'verdict'>): string {
  const spec = resolve(preset);
  const arms = spec.arms.map((arm) => ({ ...arm, label: undefined }));
  return stableHash({ experiment: { ...spec, arms }, check: preset.check, verdict: preset.verdict });
}
