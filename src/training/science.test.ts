/** Laws that a trained network has to obey, on presets that show them, with few seeds. */
import { beforeAll, describe, expect, it } from 'vitest';
import { presetById } from '../presets';
import { laneIndex, type ExperimentSpec } from '../spec/experiment';
import { resolve } from '../spec/resolve';
import type { Evaluation } from './events';
import { trainersOn, type CreateTestTrainer } from './testing/engines';
import { trainAndWait } from './testing/trainTo';

let createTrainer: CreateTestTrainer;

async function trained(spec: ExperimentSpec): Promise<Evaluation> {
  const trainer = createTrainer({ ...spec, evaluation: { every: spec.training.steps, gradients: false, probes: [] } });
  await trainer.evaluate();
  await trainAndWait(trainer, spec.training.steps);
  const evaluation = await trainer.evaluate();
  trainer.dispose();
  return evaluation;
}

describe.each(['wasm', 'simd'] as const)('on %s', (engine) => {
  beforeAll(async () => {
    createTrainer = await trainersOn(engine);
  });

  describe('what a trunk can hold', () => {
    it('a linear trunk of r units leaves the squares of the singular values beyond r (Eckart and Young)', async () => {
      const spec = resolve(presetById('capacity-linear'), { seeds: { count: 2 } });
      const { trainLoss } = await trained(spec);
      const left = [2.25 + 1 + 0.25, 1 + 0.25, 0.25, 0];
      const arm = spec.arms.findIndex(({ scheme }) => scheme.kind === 'hard');
      left.forEach((expected, point) => {
        spec.seeds.forEach((_, seed) => {
          const first = laneIndex(spec, { point, arm, seed }) * 4;
          const sum = trainLoss.slice(first, first + 4).reduce((total, loss) => total + loss, 0);
          expect(Math.abs(sum - expected), `width ${point + 1}, seed ${seed}: ${sum}`).toBeLessThan(0.02);
        });
      });
    }, 60_000);
  });

  describe('learned uncertainty', () => {
    it('ends at its stationary point: each weight is one over the loss', async () => {
      const spec = resolve(presetById('uncertainty-recovers-noise'), { seeds: { count: 2 } });
      const { trainLoss, taskWeight } = await trained(spec);
      const arm = spec.arms.findIndex(({ balancing }) => balancing.kind === 'uncertainty');
      const rows = trainLoss.length / (spec.arms.length * spec.seeds.length);
      spec.seeds.forEach((_, seed) => {
        const first = laneIndex(spec, { point: 0, arm, seed }) * rows;
        for (let row = first; row < first + rows; row++) {
          expect(Math.abs((taskWeight[row] ?? 0) * (trainLoss[row] ?? 0) - 1)).toBeLessThan(0.03);
        }
      });
    }, 60_000);
  });
});
