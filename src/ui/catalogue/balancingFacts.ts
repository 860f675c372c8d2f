/** Balancing methods as a reader chooses them; Liebel and Körner's form of uncertainty weighting has a card of its own. */
import type { BalancingSpec } from '../../spec/balancing';
import type { BalancingFacts } from './methodFacts';

export type BalancingName = BalancingSpec['kind'] | 'uncertainty-revised';

const LEARNED = { form: 'form', rate: 'weightRate', start: 'start' } as const;

export const BALANCING_FACTS = {
  static: { papers: [], need: 'nothing', knobs: {} },
  uncertainty: { papers: ['uncertainty'], need: 'losses', knobs: LEARNED },
  'uncertainty-revised': { papers: ['revised'], need: 'losses', knobs: LEARNED },
  dwa: { papers: ['dwa'], need: 'losses', knobs: { temperature: 'temperature', every: 'averagedOver' } },
  gradnorm: { papers: ['gradnorm'], need: 'both', knobs: { alpha: 'alpha', rate: 'weightRate' } },
  random: { papers: ['random'], need: 'nothing', knobs: {} },
  sampling: { papers: ['sampling'], need: 'nothing', knobs: { temperature: 'temperature' } },
  log: { papers: ['dualBalancing'], need: 'losses', knobs: {} },
  geometric: { papers: ['geometric'], need: 'losses', knobs: {} },
  'imtl-l': { papers: ['imtl'], need: 'losses', knobs: { rate: 'weightRate', start: 'start' } },
  famo: { papers: ['famo'], need: 'losses', knobs: { rate: 'weightRate', decay: 'decay' } },
  'gradient-normalisation': { papers: ['sener'], need: 'gramian', knobs: {} },
  pcgrad: { papers: ['pcgrad'], need: 'gramian', knobs: {} },
  gradvac: { papers: ['gradvac'], need: 'gramian', knobs: { decay: 'newest' } },
  mgda: { papers: ['desideri', 'sener'], need: 'gramian', knobs: {} },
  cagrad: { papers: ['cagrad'], need: 'gramian', knobs: { c: 'c' } },
  nash: { papers: ['nash'], need: 'gramian', knobs: {} },
  'imtl-g': { papers: ['imtl'], need: 'gramian', knobs: {} },
  aligned: { papers: ['aligned'], need: 'gramian', knobs: {} },
  upgrad: { papers: ['upgrad'], need: 'gramian', knobs: {} },
} as const satisfies Readonly<Record<BalancingName, BalancingFacts>>;
