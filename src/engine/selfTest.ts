import type { ExperimentSpec } from '../spec/experiment';
import { DivergenceError, type Trainer } from '../training/trainer';
import { compareGolden } from './compareGolden';
import { trainGoldenRun, type GoldenNumbers } from './goldenRun';
import stored from './goldenRun.json';
import type { SelfTest } from './openBackend';

/** Relative tolerance after 20 steps in 32-bit floats. Half precision fails it, and is not offered. */
const TOLERANCE = 1e-3;

/**
 * Refuses a backend that computes wrong numbers (they exist: on some phones all gradients come out zero): 20 steps
 * of a tiny cohort must end where they ended on the reference backend.
 */
export function createSelfTest(
  createTrainer: (spec: ExperimentSpec) => Trainer,
  golden: GoldenNumbers = stored,
): SelfTest {
  return async (_backend, signal) => {
    const begin = performance.now();
    try {
      const { deviation, where } = compareGolden(await trainGoldenRun(createTrainer, signal), golden);
      const took = Math.round(performance.now() - begin);
      const detail = `self-test: largest deviation ${deviation.toExponential(1)} (${where}) in ${took} ms`;
      return { passed: deviation <= TOLERANCE, deviation, detail };
    } catch (error) {
      // Numbers so wrong that they were caught on the way. Anything else is not about numbers.
      if (!(error instanceof DivergenceError)) throw error;
      return { passed: false, deviation: Infinity, detail: `self-test: ${error.message}` };
    }
  };
}
