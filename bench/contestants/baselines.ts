/** The opponents as contestants, all on the hard-shared comparison network. */
import { COMPARISON_RATE, cohortSpec, HARD, PLAIN_DATA } from '../comparisonCohort';
import type { Contestant } from '../contest';
import { createJaxNetworks } from '../baselines/jaxNetwork';
import { createObjectNetwork } from '../baselines/objectNetwork';
import { createPlainNetwork } from '../baselines/plainLoop';
import { startingPoint } from '../baselines/startingPoint';

/** TensorFlow.js as a good tutorial would use it: variables, tape, `minimize`, the loss read every step. */
export function plainContestant(): Contestant {
  const network = createPlainNetwork(HARD, PLAIN_DATA, 64, 1);
  return {
    async work() {
      await network.step();
      return 1;
    },
    close: () => network.dispose(),
  };
}

export function objectContestant(): Contestant {
  const start = startingPoint(cohortSpec([HARD], 1), 0);
  const network = createObjectNetwork(start.layers, COMPARISON_RATE);
  let step = 0;
  return {
    work() {
      network.step(start.rows(step++));
      return 1;
    },
  };
}

/** Batches kept on the device: ten epochs of three. */
const CYCLE = 30;

export async function jaxContestant(lanes: number, steps: number): Promise<Contestant> {
  const spec = cohortSpec([HARD], lanes);
  const starts = spec.seeds.map((_, lane) => startingPoint(spec, lane));
  const networks = await createJaxNetworks(starts, COMPARISON_RATE, CYCLE);
  return {
    async work() {
      await networks.advance(steps);
      return steps * lanes;
    },
  };
}
