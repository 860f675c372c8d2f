/** What is measured on the landscape: the two functions where each row stands, the rows themselves, and their distance. */
import type { ExperimentSpec } from '../../spec/experiment';
import { buildEvaluation, type Evaluation, type EvaluationArray } from '../events';
import { laneValues, type LandscapeLane } from './landscapeLane';

/** Distance of the two rows, the same relative to their mean square, and their cosine (0 where one stands at the origin). */
function compare([x1 = 0, y1 = 0, x2 = 0, y2 = 0]: Float64Array): readonly [number, number, number] {
  const distance = Math.sqrt((x1 - x2) ** 2 + (y1 - y2) ** 2);
  const [first, second] = [x1 * x1 + y1 * y1, x2 * x2 + y2 * y2];
  const size = Math.sqrt((first + second) / 2);
  const lengths = Math.sqrt(first) * Math.sqrt(second);
  return [
    distance,
    size > 0 ? distance / size : 0,
    lengths > 0 ? Math.max(-1, Math.min(1, (x1 * x2 + y1 * y2) / lengths)) : 0,
  ];
}

/** There are no splits: losses and scores of all parts are the values of F_1 and F_2. Each array is an own one. */
export function evaluateLandscape(spec: ExperimentSpec, lanes: readonly LandscapeLane[], step: number): Evaluation {
  const perLane = (values: (lane: LandscapeLane) => Iterable<number>) =>
    Float32Array.from(lanes.flatMap((lane) => [...values(lane)]));
  const compared = lanes.map((lane) => compare(lane.theta));
  const balanced = spec.arms.some((arm) => arm.balancing.kind !== 'static');
  const measured = (name: EvaluationArray): Float32Array => {
    switch (name) {
      case 'trainLoss':
      case 'validationLoss':
      case 'testLoss':
      case 'validationScore':
      case 'testScore':
        return perLane(laneValues);
      case 'position':
        return perLane((lane) => lane.theta);
      case 'distance':
        return Float32Array.from(compared, ([distance]) => distance);
      case 'relativeDistance':
        return Float32Array.from(compared, ([, relative]) => relative);
      case 'weightCosine':
        return Float32Array.from(compared, ([, , cosine]) => cosine);
      case 'taskWeight':
        return balanced ? perLane((lane) => lane.weights) : new Float32Array(0);
      case 'units':
        // One unit per task, without incoming weights worth drawing: the map shows the point itself.
        return new Float32Array(spec.points.length * spec.arms.length * 2);
      case 'gradientNorm':
      case 'gradientCosine':
      case 'mixing':
      case 'affinity':
      case 'probe':
      case 'interpolation':
      case 'firstLayer':
      case 'predictions':
        return new Float32Array(0);
    }
  };
  return buildEvaluation(step, measured);
}
