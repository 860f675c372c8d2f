import { laneCount, type ExperimentSpec } from '../spec/experiment';
import type { RunFacts } from './messages/messages';

/** The sizes of an experiment that people ask for first. */
export function factsOf(spec: ExperimentSpec): RunFacts {
  return {
    networks: laneCount(spec),
    points: spec.points.length,
    arms: spec.arms.length,
    seeds: spec.seeds.length,
    steps: spec.training.steps,
  };
}
