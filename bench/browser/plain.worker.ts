/** The lab's cohort against the plain loop, interleaved on one backend; completed work is counted, not submissions. */
import { openBackend } from '../../src/engine/openBackend';
import { createSelfTest } from '../../src/engine/selfTest';
import type { Scheme } from '../../src/spec/experiment';
import { createTrainer } from '../../src/training/createTrainer';
import type { Trainer } from '../../src/training/trainer';
import { cohortSpec, PLAIN_DATA, SCHEMES } from '../comparisonCohort';
import { createPlainNetwork } from '../baselines/plainLoop';
import { answerRequests } from './answerRequests';
import type { BenchAnswer, BenchRow, PlainRequest } from './protocol';
import { wasmPaths } from './wasmAssets';

/** Calls `work`, which returns network-steps done, for about `milliseconds`; network-steps per second. */
async function rate(work: () => Promise<number>, milliseconds: number): Promise<number> {
  const start = performance.now();
  let done = 0;
  while (performance.now() - start < milliseconds) done += await work();
  return (1000 * done) / (performance.now() - start);
}

/** Steps of a trainer, waited for. */
const burst = (trainer: Trainer, networks: number, steps: number) => async (): Promise<number> => {
  const taken = await trainer.advance(steps);
  await trainer.settle();
  return taken * networks;
};

/** Networks of all schemes, equally many, one after another: their joint rate is the harmonic mean. */
function oneAfterAnother(rates: readonly number[]): number {
  return rates.length / rates.reduce((sum, value) => sum + 1 / value, 0);
}

async function compare({ backend, repeats, block }: PlainRequest): Promise<BenchAnswer> {
  const { report } = await openBackend(backend, createSelfTest(createTrainer), { wasmPaths });
  const networks = SCHEMES.map((scheme) => createPlainNetwork(scheme, PLAIN_DATA, 64, 1));
  const singles = SCHEMES.map((scheme) => createTrainer(cohortSpec([scheme], 1)));
  const cohort = createTrainer(cohortSpec(SCHEMES, 20));
  const lanes = SCHEMES.length * 20;

  const plainRates: number[][] = SCHEMES.map(() => []);
  const singleRates: number[][] = SCHEMES.map(() => []);
  const cohortRates: number[] = [];
  // The first round warms up compilers and caches and is thrown away.
  for (let round = 0; round <= repeats; round++) {
    for (const [index, network] of networks.entries()) {
      const single = singles[index];
      if (!single) continue;
      const theirs = await rate(async () => {
        await network.step();
        return 1;
      }, block);
      const ours = await rate(burst(single, 1, 10), block);
      if (round > 0) {
        plainRates[index]?.push(theirs);
        singleRates[index]?.push(ours);
      }
    }
    const together = await rate(burst(cohort, lanes, 4), 2 * block);
    if (round > 0) cohortRates.push(together);
  }

  const joint = (rates: readonly (readonly number[])[]): number[] =>
    cohortRates.map((_, round) => oneAfterAnother(rates.map((of) => of[round] ?? NaN)));
  const single = (scheme: Scheme, index: number): BenchRow => ({
    name: `one network, ${scheme.kind}`,
    ours: singleRates[index] ?? [],
    theirs: plainRates[index] ?? [],
  });
  return {
    adapter: report.trials.find(({ outcome }) => outcome === 'chosen')?.detail ?? '',
    rows: [
      { name: '60 networks (alone + hard + soft)', ours: cohortRates, theirs: joint(plainRates) },
      { name: 'one network, mean of schemes', ours: joint(singleRates), theirs: joint(plainRates) },
      ...SCHEMES.map(single),
    ],
  };
}

answerRequests('plain', compare);
