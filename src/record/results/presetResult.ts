import type { Preset } from '../../spec/preset';
import { checkPredicate, type PredicateResult } from '../checkPredicate';
import type { Shown } from '../predicates/effect';
import type { RunRecord } from '../runRecord';
import { presetHash } from './presetHash';
import type { ClaimResult, PresetResult } from './resultsSchema';

/** Judges every check of a preset on a finished run of it. Free of dates and of the machine. */
export function presetResult(preset: Preset, record: RunRecord, mode: PresetResult['mode']): PresetResult {
  const claims = (preset.check ?? []).map((check) => claimResult(checkPredicate(record, check), record));
  return {
    hash: presetHash(preset),
    mode,
    seeds: record.spec.seeds.length,
    steps: record.spec.training.steps,
    shown: together(claims.map((claim) => claim.shown)),
    claims,
  };
}

function claimResult({ shown, effects }: PredicateResult, record: RunRecord): ClaimResult {
  return {
    shown,
    effects: effects.map(({ point, arms, quantity, value, halfWidth, n, shown: each }) => ({
      point: point === null ? null : (record.spec.points[point]?.value ?? null),
      arms: [...arms],
      quantity,
      value: rounded(value),
      halfWidth: halfWidth === null ? null : rounded(halfWidth),
      n,
      shown: each,
    })),
  };
}

/** A claim that fails outweighs one that is undecided. */
function together(parts: readonly Shown[]): Shown {
  if (parts.includes('not-shown')) return 'not-shown';
  return parts.includes('undecided') ? 'undecided' : 'shown';
}

/** Six significant digits: all that numbers trained in single precision have. */
function rounded(value: number): number {
  return Number(value.toPrecision(6));
}
