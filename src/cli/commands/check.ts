import { presetIds } from '../../presets';
import { formatSeconds } from '../../i18n/numberFormat';
import { checkHere, checkInChild } from '../check/checkPreset';
import type { CheckReport } from '../check/checkReport';
import { checkTable, verdictText, type Checked } from '../check/checkTable';
import { inPool } from '../check/inPool';
import { planCheck, workOf, type CheckCommand, type PlannedCheck } from '../check/plannedCheck';
import { renewResult } from '../check/renewResult';
import type { CliContext, ExitCode } from '../context';
import { InputError } from '../inputError';
import { readPreset } from '../readPreset';

/**
 * Trains presets and tests their claims, one process per core, and writes down what was found. A claim that is not shown,
 * or undecided with all its seeds, is a failure.
 */
export async function check(command: CheckCommand, context: CliContext): Promise<ExitCode> {
  const { messages, terminal, now } = context;
  const start = now();
  const names = command.presets.length === 0 ? presetIds : command.presets;
  const presets = await Promise.all(names.map(async (name) => ({ name, preset: await readPreset(name, context) })));
  const claiming = presets.filter(({ preset }) => preset.check !== undefined);
  if (claiming.length === 0) throw new InputError(messages.nothingToCheck);
  // Every refusal before the first training: nobody waits minutes for a typing error.
  const planned = claiming.map(({ name, preset }) => planCheck(name, preset, command, context));
  const checked = await checkAll(planned, command, context);
  for (const { preset, report } of checked) {
    if (report.failure !== null) terminal.err(`${messages.failed(preset.id, report.failure)}\n`);
  }
  if (command.json) {
    terminal.out(
      `${JSON.stringify(
        checked.map(({ report }) => report),
        null,
        2,
      )}\n`,
    );
  } else {
    const claims = checked.flatMap(({ report }) => report.result?.claims ?? []);
    const shown = claims.filter((claim) => claim.shown === 'shown').length;
    const total = checked.reduce((sum, { preset }) => sum + (preset.check?.length ?? 0), 0);
    const seconds = formatSeconds((now() - start) / 1000);
    terminal.out(checkTable(checked, messages));
    terminal.out(
      `\n${messages.checkSummary(shown, total, checked.length)} · ${seconds}\n${verdictCounts(checked, context)}\n`,
    );
  }
  const renewed = checked.filter((one) => one.renewed).length;
  if (renewed > 0 && !command.json) terminal.out(`${messages.resultsRenewed(context.results.path, renewed)}\n`);
  return checked.some(({ report }) => isBad(report, command.quick)) ? 1 : 0;
}

/** In the order of the command; the longest begin first, so that no core waits for another at the end. */
async function checkAll(
  planned: readonly PlannedCheck[],
  command: CheckCommand,
  context: CliContext,
): Promise<readonly (Checked & { readonly renewed: boolean })[]> {
  const { messages, terminal } = context;
  const jobs = Math.max(1, Math.min(command.jobs ?? context.cores, planned.length));
  const train = jobs > 1 ? checkInChild : checkHere;
  const longestFirst = planned.toSorted((a, b) => workOf(b.spec) - workOf(a.spec));
  let done = 0;
  // One after the other: each reads the file, changes it and writes it.
  let writing = Promise.resolve(false);
  const checked = await inPool(longestFirst, jobs, async (plan) => {
    const report = await train(plan, command, context);
    done += 1;
    const one = { plan, preset: plan.preset, report };
    const said = messages.checkedOne(plan.preset.id, verdictText(one, messages), formatSeconds(report.seconds));
    if (jobs > 1 && !command.quiet) terminal.err(`${done}/${planned.length}  ${said}\n`);
    // At once: who breaks off a long check keeps what it has found.
    writing = writing.then(() => renewResult(one, command, context));
    const renewed = await writing;
    return { ...one, renewed };
  });
  return checked.toSorted((a, b) => planned.indexOf(a.plan) - planned.indexOf(b.plan));
}

/** `24 holds, 5 conditional, 1 does not hold`. */
function verdictCounts(checked: readonly Checked[], { messages }: CliContext): string {
  const counts = new Map<string, number>();
  for (const one of checked) {
    const said = verdictText(one, messages);
    counts.set(said, (counts.get(said) ?? 0) + 1);
  }
  return [...counts].map(([said, count]) => `${count} ${said}`).join(' · ');
}

/** With few seeds, undecided is to be expected; something that was not measured is not. */
function isBad({ result }: CheckReport, quick: boolean): boolean {
  if (result === null) return true;
  return result.claims.some(
    ({ effects, shown }) => effects.length === 0 || shown === 'not-shown' || (shown === 'undecided' && !quick),
  );
}
