/** From what an experiment asks for to the card that explains it. */
import type { BalancingSpec } from '../../spec/balancing';
import type { Scheme } from '../../spec/scheme';
import type { Operation } from '../../spec/timeline';
import type { MethodId } from './methodId';

/** @param layers layers that carry parameters: a hard scheme that ties all of them is full sharing. */
export function methodOfScheme(scheme: Scheme, layers: number): MethodId {
  switch (scheme.kind) {
    case 'hard':
      return scheme.sharedLayers >= layers ? 'scheme.full' : 'scheme.hard';
    case 'soft':
      return `scheme.soft-${scheme.penalty}`;
    case 'meta':
      return `scheme.${scheme.method}`;
    case 'experts':
      return scheme.gating === 'ple' ? 'scheme.ple' : scheme.gating === 'task' ? 'scheme.mmoe' : 'scheme.omoe';
    case 'alone':
    case 'cross-stitch':
    case 'sluice':
    case 'shared-private':
    case 'adapters':
      return `scheme.${scheme.kind}`;
  }
}

export function methodOfBalancing(balancing: BalancingSpec): MethodId {
  const revised = balancing.kind === 'uncertainty' && balancing.form === 'revised';
  return revised ? 'balancing.uncertainty-revised' : `balancing.${balancing.kind}`;
}

export function methodOfOperation(operation: Operation): MethodId {
  return operation.do === 'anchor' ? `timeline.anchor-${operation.penalty}` : `timeline.${operation.do}`;
}
