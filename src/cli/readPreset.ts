import { readFile } from 'node:fs/promises';
import { isPresetId, presetById, presetIds } from '../presets';
import { describeProblem } from '../spec/describeProblem';
import type { ExperimentSpec } from '../spec/experiment';
import { parsePreset } from '../spec/parsePreset';
import type { Preset } from '../spec/preset';
import { tryResolve } from '../spec/resolve';
import type { SpecProblem } from '../spec/specProblem';
import type { CliContext } from './context';
import { InputError } from './inputError';
import type { TrainingOptions } from './parseCommand';

/** The preset of an id or a file. @throws InputError */
export async function readPreset(name: string, context: CliContext): Promise<Preset> {
  if (isPresetId(name)) return presetById(name);
  const { messages } = context;
  const text = await readText(
    name,
    context,
    looksLikeFile(name) ? messages.noSuchFile(name) : messages.noSuchPreset(name, presetIds.join(', ')),
  );
  const parsing = parsePreset(text);
  if (parsing.ok) return parsing.preset;
  throw refusal(name, parsing.problems, context);
}

/** The experiment of a preset with what the command line changes. @throws InputError */
export function resolvePreset(
  preset: Preset,
  options: Pick<TrainingOptions, 'seeds' | 'steps'>,
  context: CliContext,
): ExperimentSpec {
  const resolution = tryResolve(preset, {
    ...(options.seeds === null ? {} : { seeds: { count: options.seeds } }),
    ...(options.steps === null ? {} : { training: { steps: options.steps } }),
  });
  if (resolution.ok) return resolution.spec;
  throw refusal(preset.id, resolution.problems, context);
}

/** @throws InputError with `missing` when there is no such file. */
export async function readText(path: string, { messages }: CliContext, missing: string): Promise<string> {
  try {
    return await readFile(path, 'utf8');
  } catch (error) {
    if (codeOf(error) === 'ENOENT') throw new InputError(missing);
    throw new InputError(messages.unreadableFile(path, codeOf(error)));
  }
}

/** The system's word for what went wrong with a file, e.g. EISDIR. */
export function codeOf(error: unknown): string {
  return error instanceof Error && 'code' in error ? String(error.code) : String(error);
}

/** One message: the first problem, and how many more there are. */
function refusal(name: string, problems: readonly SpecProblem[], { messages, translate }: CliContext): InputError {
  const [first, ...others] = problems;
  const sentence = first === undefined ? '' : describeProblem(first, translate);
  return new InputError(messages.refusedPreset(name, sentence, others.length));
}

function looksLikeFile(name: string): boolean {
  return /[/\\]|\.json$/.test(name);
}
