import type { Check } from '../checkFields';
import type { DeepReadonly } from '../deepFreeze';
import type { ExperimentSpec } from '../experiment';
import type { SpecProblem } from '../specProblem';
import type { TaskShape } from '../taskShape';

/** One predicate of a preset, what it may speak of, and where it stands. */
export interface Promised {
  readonly check: DeepReadonly<Check>;
  readonly spec: ExperimentSpec;
  readonly shapes: readonly TaskShape[];
  readonly path: SpecProblem['path'];
}
