import { presetById, presetIds } from '../../presets';
import type { CliContext, ExitCode } from '../context';
import { formatTable } from '../formatTable';
import type { Command } from '../parseCommand';

/** The built-in presets. */
export function list(
  command: Extract<Command, { name: 'list' }>,
  { language, messages, terminal }: CliContext,
): ExitCode {
  const presets = presetIds.map((id) => presetById(id));
  if (command.json) {
    const entries = presets.map(({ id, slide, title, claim, verdict, check }) => ({
      ...{ id, slide: slide ?? null, title, claim },
      verdict: check === undefined ? null : (verdict ?? 'holds'),
    }));
    terminal.out(`${JSON.stringify(entries, null, 2)}\n`);
    return 0;
  }
  const { id, slide, verdict, title } = messages.columns;
  const columns = [id, slide, verdict, title].map((name) => ({ title: name, align: 'left' }) as const);
  const rows = presets.map((preset) => [
    preset.id,
    preset.slide ?? '',
    // What claims nothing has no verdict.
    preset.check === undefined ? '' : messages.found[preset.verdict ?? 'holds'],
    preset.title[language],
  ]);
  terminal.out(formatTable(columns, rows));
  return 0;
}
