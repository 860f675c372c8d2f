/** Checks of one preset: in this process, or in one of its own. */
import { presetResult } from '../../record/results/presetResult';
import type { CliContext } from '../context';
import { failureText, trainPreset } from '../trainPreset';
import { parseReports, type CheckReport } from './checkReport';
import type { CheckCommand, PlannedCheck } from './plannedCheck';

/** Trains it here, with progress unless the command is quiet. */
export async function checkHere(
  { preset, spec }: PlannedCheck,
  command: CheckCommand,
  context: CliContext,
): Promise<CheckReport> {
  const { record, seconds } = await trainPreset(preset.id, spec, command, context);
  const failure = failureText(record, context);
  const result = failure === null ? presetResult(preset, record, command.quick ? 'quick' : 'full') : null;
  return { preset: preset.id, seconds, failure, result };
}

/** Trains it in a process of its own, which uses another core. */
export async function checkInChild(
  { name, preset }: PlannedCheck,
  command: CheckCommand,
  { startLab, language, now }: CliContext,
): Promise<CheckReport> {
  const start = now();
  const child = await startLab([
    ...['check', name, '--json', '--quiet', '--no-results', '--lang', language],
    ...(command.backend === null ? [] : ['--backend', command.backend]),
    ...(command.quick ? ['--quick'] : []),
    ...(command.seeds === null ? [] : ['--seeds', String(command.seeds)]),
    ...(command.steps === null ? [] : ['--steps', String(command.steps)]),
  ]);
  const [report] = parseReports(child.out) ?? [];
  if (report !== undefined) return report;
  const detail = child.err.trim().split('\n').at(-1) ?? '';
  return {
    preset: preset.id,
    seconds: (now() - start) / 1000,
    failure: `${child.code ?? '–'} ${detail}`,
    result: null,
  };
}
