import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { isPresetId } from '../../presets';
import { recordToJson, type RecordingOptions } from '../../record/recording';
import type { CliContext, ExitCode } from '../context';
import { InputError } from '../inputError';
import type { Command } from '../parseCommand';
import { codeOf, readPreset, resolvePreset } from '../readPreset';
import { failureText, trainPreset } from '../trainPreset';

/** Enough for a smooth curve and a slow replay; norms and weight cosines are drawn for one step at most. */
const kept: RecordingOptions = { evaluations: 50, lastOnly: ['gradientNorm', 'weightCosine', 'validationLoss'] };

/** Trains a preset and writes its recording. */
export async function record(command: Extract<Command, { name: 'record' }>, context: CliContext): Promise<ExitCode> {
  const { messages, terminal } = context;
  const preset = await readPreset(command.preset, context);
  if (command.out === null && !isPresetId(command.preset)) throw new InputError(messages.notBuiltIn(command.preset));
  const path = command.out ?? fileURLToPath(new URL(`../../recordings/${preset.id}.json`, import.meta.url));
  const spec = resolvePreset(preset, command, context);
  const trained = await trainPreset(preset.id, spec, command, context);
  const failure = failureText(trained.record, context);
  if (failure !== null) {
    terminal.err(`${messages.failed(preset.id, failure)}\n`);
    return 1;
  }
  const text = recordToJson(trained.record, kept);
  try {
    await mkdir(dirname(path), { recursive: true });
    await writeFile(path, `${text}\n`);
  } catch (error) {
    throw new InputError(messages.unwritableFile(path, codeOf(error)));
  }
  const evaluations = Math.min(kept.evaluations ?? Number.POSITIVE_INFINITY, trained.record.evaluations.length);
  terminal.out(`${messages.recorded(relative(process.cwd(), path), Math.ceil(text.length / 1000), evaluations)}\n`);
  return 0;
}
