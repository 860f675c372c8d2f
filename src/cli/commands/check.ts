import { presetIds } from '../../presets';
import { checkPredicate, type Predicate, type PredicateResult } from '../../record/checkPredicate';
import type { RunRecord } from '../../record/runRecord';
import type { Preset } from '../../spec/preset';
import { checkText } from '../checkText';
import type { CliContext, ExitCode } from '../context';
import { InputError } from '../inputError';
import type { Command } from '../parseCommand';
import { readPreset, resolvePreset } from '../readPreset';
import { failureText, trainPreset } from '../trainPreset';

/** Fewest seeds from which an interval says something (mtl: at least 6 for a claim). */
const quickSeeds = 6;

interface CheckedClaim {
  readonly check: Predicate;
  readonly result: PredicateResult;
}

/** Trains presets and tests their claims. A claim that is not shown, or undecided with all its seeds, is a failure. */
export async function check(command: Extract<Command, { name: 'check' }>, context: CliContext): Promise<ExitCode> {
  const { messages, terminal } = context;
  const names = command.presets.length === 0 ? presetIds : command.presets;
  const presets = await Promise.all(names.map((name) => readPreset(name, context)));
  const claiming = presets.filter((preset) => preset.check !== undefined);
  if (claiming.length === 0) throw new InputError(messages.nothingToCheck);
  // Every refusal before the first training: nobody waits minutes for a typing error.
  const planned = claiming.map((preset) => ({ preset, spec: specOf(preset, command, context) }));
  const reports: unknown[] = [];
  const tally = { total: 0, shown: 0, bad: 0 };
  for (const { preset, spec } of planned) {
    const { record, seconds } = await trainPreset(preset.id, spec, command, context);
    const failure = failureText(record, context);
    const claims = failure === null ? claimsOf(preset, record) : [];
    tally.total += preset.check?.length ?? 0;
    tally.shown += claims.filter(({ result }) => result.shown === 'shown').length;
    tally.bad += failure === null ? claims.filter(({ result }) => isBad(result, command.quick)).length : 1;
    reports.push({ preset: preset.id, seconds, seeds: spec.seeds.length, failure, claims });
    if (failure !== null) terminal.err(`${messages.failed(preset.id, failure)}\n`);
    else if (!command.json) terminal.out(checkText(preset.id, record, claims, messages));
  }
  const summary = messages.checkSummary(tally.shown, tally.total, claiming.length);
  terminal.out(command.json ? `${JSON.stringify(reports, null, 2)}\n` : `\n${summary}\n`);
  return tally.bad === 0 ? 0 : 1;
}

function specOf(preset: Preset, command: Extract<Command, { name: 'check' }>, context: CliContext) {
  const full = resolvePreset(preset, command, context);
  const fewer = command.quick && command.seeds === null && full.seeds.length > quickSeeds;
  return fewer ? resolvePreset(preset, { ...command, seeds: quickSeeds }, context) : full;
}

function claimsOf(preset: Preset, record: RunRecord): readonly CheckedClaim[] {
  return (preset.check ?? []).map((entry) => ({ check: entry, result: checkPredicate(record, entry) }));
}

/** With few seeds, undecided is to be expected; something that was not measured is not. */
function isBad({ effects, shown }: PredicateResult, quick: boolean): boolean {
  return effects.length === 0 || shown === 'not-shown' || (shown === 'undecided' && !quick);
}
