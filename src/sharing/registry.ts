/** Every sharing scheme that acts on rows, and its rule. Adding a kind to `RowScheme` without a line here does not compile. */
import type { RowScheme } from '../spec/scheme';
import { aloneRule } from './alone';
import { hardRule } from './hard';
import { metaRule } from './meta';
import type { RowRule, TowerDepth } from './rowRule';
import { softRule } from './soft';

/** What the scheme does to the rows of a network. @throws RangeError naming the setting that is out of range. */
export function rowRule(scheme: RowScheme, depth: TowerDepth): RowRule {
  switch (scheme.kind) {
    case 'alone':
      return aloneRule();
    case 'hard':
      return hardRule(scheme, depth);
    case 'soft':
      return softRule(scheme, depth);
    case 'meta':
      return metaRule();
  }
}
