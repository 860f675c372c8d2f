/** Every sharing scheme and its rule. Adding a kind to `spec/experiment.ts` without a line here does not compile. */
import type { Scheme } from '../spec/experiment';
import { aloneRule } from './alone';
import { hardRule } from './hard';
import type { RowRule, TowerDepth } from './rowRule';
import { softRule } from './soft';

type RuleOf<S extends Scheme> = (scheme: S, depth: TowerDepth) => RowRule;

const RULES = {
  alone: aloneRule,
  hard: hardRule,
  soft: softRule,
} satisfies { readonly [K in Scheme['kind']]: RuleOf<Extract<Scheme, { kind: K }>> };

/** What the scheme does to the rows of a network. @throws RangeError naming the setting that is out of range. */
export function rowRule(scheme: Scheme, depth: TowerDepth): RowRule {
  switch (scheme.kind) {
    case 'alone':
      return RULES.alone();
    case 'hard':
      return RULES.hard(scheme, depth);
    case 'soft':
      return RULES.soft(scheme, depth);
  }
}
