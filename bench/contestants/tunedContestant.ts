import { startingPoint } from '../baselines/startingPoint';
import { createTunedNetworks } from '../baselines/tunedNetworks';
import { COMPARISON_RATE, cohortSpec, HARD } from '../comparisonCohort';
import type { Contestant } from '../contest';

/** Batches kept on the device: ten epochs of three. */
const CYCLE = 30;

/** TensorFlow.js at its best, on its current backend. Every burst ends when it is complete. */
export function tunedContestant(lanes: number, steps: number): Contestant {
  const spec = cohortSpec([HARD], lanes);
  const starts = spec.seeds.map((_, lane) => startingPoint(spec, lane));
  const networks = createTunedNetworks(starts, COMPARISON_RATE, CYCLE);
  return {
    async work() {
      networks.advance(steps);
      await networks.settle();
      return steps * lanes;
    },
    close: () => networks.dispose(),
  };
}
