/** What `lab check` found of each preset, as it is written to `presets/results/results.json` and read from there. */
import * as z from 'zod/mini';
import type { EffectQuantity, Shown } from '../predicates/effect';

// No code generation: the page's content security policy forbids `eval`.
z.config({ jitless: true });

/** One measured effect, with the value of its point instead of an index. Numbers have six significant digits. */
export interface ResultEffect {
  /** Value of the sweep; `null` where there is one point, or all are judged together. */
  readonly point: number | null;
  readonly arms: readonly string[];
  readonly quantity: EffectQuantity;
  readonly value: number;
  /** Half width of the 95 % interval over seeds, `null` where there is none. */
  readonly halfWidth: number | null;
  readonly n: number;
  readonly shown: Shown;
}

export interface ClaimResult {
  readonly shown: Shown;
  readonly effects: readonly ResultEffect[];
}

export interface PresetResult {
  /** {@link presetHash} of the preset that was checked. */
  readonly hash: string;
  /** `quick`: fewer seeds and perhaps fewer steps than the preset asks for. */
  readonly mode: 'full' | 'quick';
  readonly seeds: number;
  readonly steps: number;
  /** Whether all its checks are borne out. */
  readonly shown: Shown;
  /** In the order of the preset's `check`. */
  readonly claims: readonly ClaimResult[];
}

/** By preset id. */
export type PresetResults = Readonly<Record<string, PresetResult>>;

const shown = z.enum(['shown', 'not-shown', 'undecided']);
const count = z.int().check(z.nonnegative());

const effect: z.ZodMiniType<ResultEffect> = z.strictObject({
  point: z.nullable(z.number()),
  arms: z.array(z.string()),
  quantity: z.enum([
    'gain',
    'advantage',
    'score',
    'gap',
    'value',
    'excess',
    'affinity',
    'hits',
    'barrier',
    'stopping',
    'regret',
    'cost',
    'forgetting',
  ] satisfies readonly EffectQuantity[]),
  value: z.number(),
  halfWidth: z.nullable(z.number()),
  n: count,
  shown,
});

export const presetResultSchema: z.ZodMiniType<PresetResult> = z.strictObject({
  hash: z.string(),
  mode: z.enum(['full', 'quick']),
  seeds: count,
  steps: count,
  shown,
  claims: z.array(z.strictObject({ shown, effects: z.array(effect) })),
});

const resultsSchema = z.record(z.string(), presetResultSchema);

/** @throws SyntaxError for text that is not JSON, a ZodError for JSON of another form */
export function parseResults(text: string): PresetResults {
  return resultsSchema.parse(JSON.parse(text));
}

/** One preset a line, sorted by id, so that a change of one is a change of one line. */
export function resultsToJson(results: PresetResults): string {
  const ids = Object.keys(results).toSorted();
  const lines = ids.map((id) => `  ${JSON.stringify(id)}: ${JSON.stringify(results[id])}`);
  return `{\n${lines.join(',\n')}\n}\n`;
}
