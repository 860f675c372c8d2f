import { LANDSCAPE_OPTIMUM, LANDSCAPE_PARETO, landscapeAt } from '../../../tasks/landscapeFunctions';
import type { Grid } from '../../methods/contours';

/** The map reaches a little beyond the farthest start. */
const REACH = 11;
const SIDE = 89;

/** Mean of the two losses on the whole map, once for all runs. */
export function landscapeGrid(): Grid {
  const at = (i: number): number => -REACH + (2 * REACH * i) / (SIDE - 1);
  const values = Float64Array.from({ length: SIDE * SIDE }, (_, i) => {
    const [first, second] = landscapeAt(at(i % SIDE), at(Math.floor(i / SIDE))).values;
    return (first + second) / 2;
  });
  return { x: [-REACH, REACH], y: [-REACH, REACH], columns: SIDE, rows: SIDE, values };
}

/** The set that no step improves for both, as drawn: the two ends of a straight line. */
export const PARETO_LINE = [
  LANDSCAPE_PARETO.from,
  LANDSCAPE_PARETO.y,
  LANDSCAPE_PARETO.to,
  LANDSCAPE_PARETO.y,
] as const;

/** Where the mean is lowest. */
export const LOWEST_MEAN = [LANDSCAPE_OPTIMUM.x, LANDSCAPE_OPTIMUM.y] as const;

/** The set bends by 0.08 towards its ends; what is nearer than this has reached it. */
const NEAR = 0.1;

/** Whether a point lies on the set. */
export function onPareto(x: number, y: number): boolean {
  const { from, to, y: height } = LANDSCAPE_PARETO;
  return Math.abs(y - height) < NEAR && x > from - NEAR && x < to + NEAR;
}
