/**
 * Three review-like domains, one task each: is a review positive? (A6 and E18, after Liu, Qiu and Huang 2017.)
 * A review is a bag of words. Common words lean the same way in every domain. Ambiguous words lean one way in two domains
 * and the other way in the third ("unpredictable" praises a plot and not a phone), so that one model for all must know
 * the domain. Topical words name the domain and nothing else: what a probe reads, and an adversary has to take away.
 * A word that leans is drawn with the review's sign with probability `lean`; the rest are topical words of any domain.
 *
 * The notes give the outcome and not the generator. With these defaults, 16 units, 150 steps of Adam at 0.01 and twenty
 * seeds the lab measures: alone .814, a shared trunk .803, one model for all .757 (worse in 20 of 20), shared-private .812;
 * the notes have .806, .741 and .805 for alone, one model, shared-private. Counting topical words names the domain of more
 * than .8 of the reviews.
 */
import * as z from 'zod/mini';
import { exactly, number, record } from '../fields';
import type { SpecProblem } from '../specProblem';
import type { TaskShape } from '../taskShape';
import type { SourceDescription } from './description';
import { heldOutFields, HELD_OUT_DEFAULTS, withHeldOut, type HeldOutRows } from './heldOutRows';

/** Columns of the inputs, in this order; topical words are those of the first domain, of the second, of the third. */
export const DOMAIN_WORDS = { common: 12, ambiguous: 24, topicalEach: 8 } as const;
const DOMAINS = ['books', 'films', 'phones'] as const;

export interface DomainsSource extends HeldOutRows {
  readonly source: 'domains';
  /** Training reviews of each domain. */
  readonly samples: number;
  /** Words of a review. */
  readonly tokens: number;
  /** Probability that a word that leans has the sign of the review. */
  readonly lean: number;
  /** Share of the words that are common; ambiguous; topical of the review's own domain. The rest is topical of any. */
  readonly commonShare: number;
  readonly ambiguousShare: number;
  readonly topicalShare: number;
}

const DEFAULTS = {
  samples: 200,
  tokens: 12,
  lean: 0.75,
  commonShare: 0.1,
  ambiguousShare: 0.3,
  topicalShare: 0.35,
  ...HELD_OUT_DEFAULTS,
} as const;

const fields = record(
  {
    source: exactly('domains'),
    samples: z.exactOptional(number('samples', 'Training reviews of each domain. Default: 200.')),
    tokens: z.exactOptional(number('tokens', 'Words of a review. Default: 12.')),
    lean: z.exactOptional(number('probability', 'That a word that leans has the sign of its review. Default: 0.75.')),
    commonShare: z.exactOptional(number('probability', 'Share of words that lean alike everywhere. Default: 0.1.')),
    ambiguousShare: z.exactOptional(
      number('probability', 'Share of words that lean another way in one domain. Default: 0.3.'),
    ),
    topicalShare: z.exactOptional(number('probability', 'Share of words of the own domain. Default: 0.35.')),
    ...heldOutFields,
  },
  'Reviews of three domains, positive or negative; some words mean the opposite in another domain.',
);

const SHAPES: readonly TaskShape[] = DOMAINS.map((name) => ({ name, loss: 'sigmoid', outputs: 1, score: 'accuracy' }));

export const domains: SourceDescription<typeof fields, DomainsSource> = {
  fields,
  resolve: (written) => ({ ...DEFAULTS, ...written }),
  shapes: () => SHAPES,
  inputs: () => DOMAIN_WORDS.common + DOMAIN_WORDS.ambiguous + DOMAINS.length * DOMAIN_WORDS.topicalEach,
  rows: (source) => SHAPES.map(() => withHeldOut(source, source.samples)),
  check(written, path): readonly SpecProblem[] {
    const { commonShare, ambiguousShare, topicalShare: found } = { ...DEFAULTS, ...written };
    // Shares written in decimals may add up to a hair more than one.
    const rest = 1 - commonShare - ambiguousShare;
    if (rest >= 0 && found <= rest + 1e-9) return [];
    const params = { found, expect: 'number', min: 0, max: Math.max(0, rest) };
    return [{ path: [...path, 'topicalShare'], code: 'out-of-range', params }];
  },
  sweeps: { samples: (source, value) => ({ ...source, samples: value }) },
};
