import type { CliContext, ExitCode } from '../context';
import type { Command } from '../parseCommand';
import { readPreset, resolvePreset } from '../readPreset';
import { resultJson } from '../resultJson';
import { resultText } from '../resultText';
import { failureText, trainPreset } from '../trainPreset';

/** Trains one preset and prints what came out. */
export async function run(command: Extract<Command, { name: 'run' }>, context: CliContext): Promise<ExitCode> {
  const { language, messages, terminal } = context;
  const preset = await readPreset(command.preset, context);
  const spec = resolvePreset(preset, command, context);
  const { record, seconds } = await trainPreset(preset.id, spec, command, context);
  const failure = failureText(record, context);
  if (command.json) terminal.out(`${JSON.stringify(resultJson(preset.id, record, seconds), null, 2)}\n`);
  if (failure !== null) {
    terminal.err(`${messages.failed(preset.id, failure)}\n`);
    return 1;
  }
  if (!command.json) terminal.out(resultText(`${preset.id} · ${preset.title[language]}`, record, seconds, messages));
  return 0;
}
