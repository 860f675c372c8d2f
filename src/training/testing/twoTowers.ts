/** Two small towers with a trunk of two layers, and the rows that a run of them ends with. Not part of the product. */
import type { ArmSpec, ExperimentSpec } from '../../spec/experiment';
import type { TimelineEvent } from '../../spec/timeline';
import { createTrainer } from '../createTrainer';
import { ADAM, arm, smallSpec } from './smallSpec';
import { weightsAt } from './trainTo';

export const MODEL = {
  trunk: [
    { units: 5, activation: 'tanh' },
    { units: 4, activation: 'relu' },
  ],
  head: [],
  headStart: 'equal',
} as const;
/** (3 + 1) 5 + (5 + 1) 4, and a head of 4 + 1. */
export const TRUNK = 44;
export const COLUMNS = 49;

export const withEvents = (
  timeline: readonly TimelineEvent[],
  scheme: ArmSpec['scheme'] = { kind: 'alone' },
): ArmSpec => ({
  ...arm('alone', scheme),
  timeline,
});

export const spec = (timeline: readonly TimelineEvent[], more: Partial<ExperimentSpec> = {}): ExperimentSpec =>
  smallSpec({
    arms: [withEvents(timeline)],
    model: MODEL,
    training: { steps: 30, batch: null, optimizer: ADAM, schedule: { kind: 'constant' } },
    evaluation: { every: 10, gradients: false, probes: [] },
    ...more,
  });

export async function rowsAt(experiment: ExperimentSpec, step: number): Promise<readonly [Float32Array, Float32Array]> {
  const trainer = createTrainer(experiment);
  const theta = await weightsAt(trainer, step);
  trainer.dispose();
  return [theta.slice(0, COLUMNS), theta.slice(COLUMNS, 2 * COLUMNS)];
}

/** All numbers of one network. */
export async function networkAt(experiment: ExperimentSpec, step: number): Promise<Float32Array> {
  const trainer = createTrainer(experiment);
  const theta = await weightsAt(trainer, step);
  trainer.dispose();
  return theta;
}

export const trunkOf = (row: Float32Array): Float32Array => row.slice(0, TRUNK);
export const headOf = (row: Float32Array): Float32Array => row.slice(TRUNK);
