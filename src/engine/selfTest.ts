import type { RowPrograms } from '../training/rowPrograms';
import { DivergenceError } from '../training/trainer';
import { compareGolden } from './compareGolden';
import { trainGoldenRun, type CreateGoldenTrainer, type GoldenNumbers } from './goldenRun';
import stored from './goldenRun.json';
import type { SelfTest } from './openBackend';

/** Relative tolerance after 20 steps in 32-bit floats. Half precision fails it, and is not offered. */
const TOLERANCE = 1e-3;

/**
 * Refuses a backend that computes wrong numbers (they exist: on some phones all gradients come out zero): 20 steps
 * of a tiny cohort must end where they ended on the reference backend.
 */
export function createSelfTest(createTrainer: CreateGoldenTrainer, golden: GoldenNumbers = stored): SelfTest {
  return async (_backend, signal, rowPrograms) => {
    const begin = performance.now();
    let declined = 0;
    const watched: RowPrograms | undefined =
      rowPrograms &&
      ((...group) => {
        const program = rowPrograms(...group);
        if (program === null) declined += 1;
        return program;
      });
    try {
      const measured = await trainGoldenRun(createTrainer, signal, watched);
      // TensorFlow.js stood in: what was measured says nothing about the fused step.
      if (declined > 0)
        return { passed: false, deviation: Infinity, detail: 'self-test: no fused step for its networks' };
      const { deviation, where } = compareGolden(measured, golden);
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
