import { isPresetId } from '../../presets';
import { presetHash } from '../../record/results/presetHash';
import { parseResults, resultsToJson, type PresetResults } from '../../record/results/resultsSchema';
import type { CliContext } from '../context';
import { InputError } from '../inputError';
import { codeOf } from '../readPreset';
import type { Checked } from './checkTable';
import type { CheckCommand } from './plannedCheck';

/**
 * Writes down what was found of a shipped preset. A quick result never replaces a full one of the same preset; numbers of
 * another budget, or of a backend that was asked for, are nothing to cite. Presets that no longer ship
 * leave the file.
 * @returns whether the file was renewed
 * @throws InputError when it cannot be written
 */
export async function renewResult(
  { preset, report }: Checked,
  command: CheckCommand,
  { results, messages }: CliContext,
): Promise<boolean> {
  const asPlanned = command.seeds === null && command.steps === null && command.backend === null;
  if (!command.results || !asPlanned || report.result === null || !isPresetId(preset.id)) return false;
  const known = await knownResults(results.read);
  const old = known[preset.id];
  if (command.quick && old?.mode === 'full' && old.hash === presetHash(preset)) return false;
  const shipped = Object.entries(known).filter(([id]) => isPresetId(id));
  try {
    await results.write(resultsToJson({ ...Object.fromEntries(shipped), [preset.id]: report.result }));
  } catch (error) {
    throw new InputError(messages.unwritableFile(results.path, codeOf(error)));
  }
  return true;
}

/** A damaged file is no reason to lose a long check: it is written anew. */
async function knownResults(read: () => Promise<string>): Promise<PresetResults> {
  try {
    return parseResults(await read());
  } catch {
    return {};
  }
}
