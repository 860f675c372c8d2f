import { isPresetId } from '../../presets';
import { presetHash } from '../../record/results/presetHash';
import { parseResults, resultsToJson, type PresetResults } from '../../record/results/resultsSchema';
import type { CliContext } from '../context';
import { InputError } from '../inputError';
import { codeOf } from '../readPreset';
import type { Checked } from './checkTable';
import type { CheckCommand } from './plannedCheck';

/**
 * Writes what was found of shipped presets. A quick result never replaces a full one of the same preset; numbers of another
 * budget, or of the backend that is slower and a little different, are nothing to cite. Presets that no longer ship go.
 * @returns how many were renewed
 * @throws InputError when the file cannot be written
 */
export async function renewResults(
  checked: readonly Checked[],
  command: CheckCommand,
  { results, messages }: CliContext,
): Promise<number> {
  if (!command.results || command.seeds !== null || command.steps !== null || command.backend !== 'wasm') return 0;
  const known = await knownResults(results.read);
  const renewed = checked.flatMap(({ preset, report }) => {
    const old = known[preset.id];
    const better = command.quick && old?.mode === 'full' && old.hash === presetHash(preset);
    return report.result === null || better || !isPresetId(preset.id) ? [] : [[preset.id, report.result] as const];
  });
  const shipped = Object.entries(known).filter(([id]) => isPresetId(id));
  try {
    await results.write(resultsToJson({ ...Object.fromEntries(shipped), ...Object.fromEntries(renewed) }));
  } catch (error) {
    throw new InputError(messages.unwritableFile(results.path, codeOf(error)));
  }
  return renewed.length;
}

/** A damaged file is no reason to lose a long check: it is written anew. */
async function knownResults(read: () => Promise<string>): Promise<PresetResults> {
  try {
    return parseResults(await read());
  } catch {
    return {};
  }
}
