import { parseResults, type PresetResults } from '../record/results/resultsSchema';

let loading: Promise<PresetResults> | null = null;

/**
 * What the newest `lab check` found of each shipped preset, by id: what the slides cite. Fetched once, on first use.
 * @throws (rejects) when the file cannot be fetched
 */
export function presetResults(): Promise<PresetResults> {
  loading ??= import('../presets/results/results.json?raw')
    .then((file) => parseResults(file.default))
    .catch((error: unknown) => {
      // Another try may find the network again.
      loading = null;
      throw error;
    });
  return loading;
}
