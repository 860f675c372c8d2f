/** Every balancing method. Adding a kind to `spec/balancing.ts` without a line here does not compile. */
import type { BalancingSpec } from '../spec/balancing';
import { aligned } from './aligned';
import { cagrad } from './cagrad';
import { dwa } from './dwa';
import { famo } from './famo';
import { geometric } from './geometric';
import { gradientNormalisation } from './gradientNormalisation';
import { gradnorm } from './gradnorm';
import { gradvac } from './gradvac';
import { imtlG } from './imtlG';
import { imtlL } from './imtlL';
import { logLoss } from './log';
import type { BalancingMethod } from './method';
import { mgda } from './mgda';
import { nash } from './nash';
import { pcgrad } from './pcgrad';
import { randomWeights } from './random';
import { sampling } from './sampling';
import { staticWeights } from './static';
import { uncertainty } from './uncertainty';
import { upgrad } from './upgrad';

const METHODS: { readonly [K in BalancingSpec['kind']]: BalancingMethod<Extract<BalancingSpec, { kind: K }>> } = {
  static: staticWeights,
  uncertainty,
  dwa,
  gradnorm,
  random: randomWeights,
  sampling,
  log: logLoss,
  geometric,
  'imtl-l': imtlL,
  famo,
  'gradient-normalisation': gradientNormalisation,
  pcgrad,
  gradvac,
  mgda,
  cagrad,
  nash,
  'imtl-g': imtlG,
  aligned,
  upgrad,
};

/** The method that a spec names; hand it the same spec as its settings. */
export function methodOf(spec: BalancingSpec): BalancingMethod {
  return METHODS[spec.kind];
}
