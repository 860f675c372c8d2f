/** Ways of sharing that come in several: which there are, and how one becomes another. */
import type { PresetScheme } from '../../../spec/preset';
import type { SchemeMethod } from '../../../ui/catalogue/schemeFacts';

type Kind = PresetScheme['scheme'];

const VARIANTS = {
  soft: ['soft-pairwise', 'soft-mean', 'soft-l1', 'soft-trace'],
  meta: ['reptile', 'fomaml'],
  experts: ['omoe', 'mmoe', 'ple'],
} as const satisfies Readonly<Partial<Record<Kind, readonly SchemeMethod[]>>>;

/** Empty for a scheme that comes in one way only. */
export function schemeVariants(kind: Kind): readonly SchemeMethod[] {
  return kind === 'soft' || kind === 'meta' || kind === 'experts' ? VARIANTS[kind] : [];
}

const PENALTIES = { 'soft-pairwise': 'pairwise', 'soft-mean': 'mean', 'soft-l1': 'l1', 'soft-trace': 'trace' } as const;
const GATINGS = { omoe: 'common', mmoe: 'task', ple: 'ple' } as const;

/** The scheme as another of its variants; settings that the variant does not have are left out. */
export function asVariant(scheme: PresetScheme, variant: SchemeMethod): PresetScheme {
  if (scheme.scheme === 'soft' && variant in PENALTIES) {
    const penalty = PENALTIES[variant as keyof typeof PENALTIES];
    const { coupling: _coupling, ...rest } = scheme;
    const squared = penalty === 'pairwise' || penalty === 'mean';
    return squared ? { coupling: 'auto', ...scheme, penalty } : { ...rest, penalty };
  }
  if (scheme.scheme === 'meta' && (variant === 'reptile' || variant === 'fomaml')) {
    return { ...scheme, method: variant };
  }
  if (scheme.scheme === 'experts' && variant in GATINGS) {
    const gating = GATINGS[variant as keyof typeof GATINGS];
    const { ownExperts: _own, levels: _levels, ...plain } = scheme;
    return gating === 'ple' ? { ...scheme, gating } : { ...plain, gating };
  }
  return scheme;
}
