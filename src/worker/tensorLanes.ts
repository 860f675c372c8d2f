import { laneCount, type ExperimentSpec } from '../spec/experiment';
import { isRowScheme } from '../spec/scheme';
import type { TensorLanes } from '../training/events';
import type { RowPrograms } from '../training/rowPrograms';

/** The fused steps of a run, and a count of the networks that they leave to TensorFlow.js. */
interface WatchedRowPrograms {
  readonly rowPrograms: RowPrograms;
  /** To be asked when the run's networks have been built. */
  tensorLanes(): readonly TensorLanes[];
}

export function watchRowPrograms(spec: ExperimentSpec, rowPrograms: RowPrograms): WatchedRowPrograms {
  const arms = spec.arms.filter((arm) => !isRowScheme(arm.scheme));
  const mixing: TensorLanes = { lanes: laneCount({ ...spec, arms }), why: 'mixing' };
  let unfused = 0;
  return {
    rowPrograms: (data, layout, phases) => {
      const program = rowPrograms(data, layout, phases);
      if (program === null) unfused += laneCount(data.spec);
      return program;
    },
    tensorLanes: () => [mixing, { lanes: unfused, why: 'unfused' } as const].filter(({ lanes }) => lanes > 0),
  };
}
