/**
 * Distances and angles between the rows of one network, and what the towers are drawn from. Pure functions of weights
 * (or gradients) read back, in doubles.
 */
import { gramian, gramianCosine } from '../numeric/gramian';
import type { TowerLayout } from './layout';
import { unitsOf } from './layout';

/** Task pairs in the order (0,1), (0,2) .. (1,2) .. */
export function taskPairs(tasks: number): readonly (readonly [number, number])[] {
  const pairs: [number, number][] = [];
  for (let s = 0; s < tasks; s++) for (let t = s + 1; t < tasks; t++) pairs.push([s, t]);
  return pairs;
}

interface Products {
  readonly ss: number;
  readonly st: number;
  readonly tt: number;
  /** Summed squared differences; computed directly, since ss - 2 st + tt cancels for nearly equal rows. */
  readonly gap: number;
}

/** Inner products of columns [begin, end) of two rows, only where `keep(column)`. */
function products(
  values: Float32Array,
  s: number,
  t: number,
  begin: number,
  end: number,
  keep: (column: number) => boolean,
): Products {
  let ss = 0;
  let st = 0;
  let tt = 0;
  let gap = 0;
  for (let column = begin; column < end; column++) {
    if (!keep(column)) continue;
    const a = values[s + column] ?? 0;
    const b = values[t + column] ?? 0;
    ss += a * a;
    st += a * b;
    tt += b * b;
    gap += (a - b) * (a - b);
  }
  return { ss, st, tt, gap };
}

const always = (): boolean => true;

/** Cosine, 1 for two zero vectors (they are equal), 0 when only one is zero. */
function cosine({ ss, st, tt }: Products): number {
  if (ss === 0 && tt === 0) return 1;
  return ss === 0 || tt === 0 ? 0 : Math.max(-1, Math.min(1, st / Math.sqrt(ss * tt)));
}

export interface LayerDistances {
  /** [D] each, means over the task pairs; see `Evaluation`. */
  readonly distance: Float64Array;
  readonly relativeDistance: Float64Array;
  readonly weightCosine: Float64Array;
}

/** Parameter distances per layer of one network whose rows begin at `offset` of `theta`. */
export function layerDistances(layout: TowerLayout, theta: Float32Array, offset: number): LayerDistances {
  const count = layout.layers.length;
  const distance = new Float64Array(count);
  const relativeDistance = new Float64Array(count);
  const weightCosine = new Float64Array(count);
  const pairs = taskPairs(layout.taskOutputs.length);
  layout.layers.forEach((layer, index) => {
    for (const [s, t] of pairs) {
      const common = Math.min(unitsOf(layout, index, s), unitsOf(layout, index, t));
      const keep =
        common === layer.outputs ? always : (column: number) => (column - layer.weights) % layer.outputs < common;
      const p = products(
        theta,
        offset + s * layout.columns,
        offset + t * layout.columns,
        layer.weights,
        layer.end,
        keep,
      );
      const size = Math.sqrt((p.ss + p.tt) / 2);
      distance[index] = (distance[index] ?? 0) + Math.sqrt(p.gap) / pairs.length;
      relativeDistance[index] =
        (relativeDistance[index] ?? 0) + (size > 0 ? Math.sqrt(p.gap) / size : 0) / pairs.length;
      weightCosine[index] = (weightCosine[index] ?? 0) + cosine(p) / pairs.length;
    }
  });
  return { distance, relativeDistance, weightCosine };
}

export interface GradientAngles {
  /** [T] */
  readonly norms: Float64Array;
  /** [Q] */
  readonly cosines: Float64Array;
}

/** Norms and pairwise cosines of the first `columns` columns of one network's gradient rows. */
export function gradientAngles(
  gradients: Float32Array,
  offset: number,
  rowLength: number,
  columns: number,
  tasks: number,
): GradientAngles {
  const gram = gramian(gradients, { count: tasks, stride: rowLength, start: offset, length: columns });
  const norms = Float64Array.from({ length: tasks }, (_, t) => Math.sqrt(gram[t * tasks + t] ?? 0));
  const cosines = taskPairs(tasks).map(([s, t]) => gramianCosine(gram, tasks, s, t));
  return { norms, cosines: Float64Array.from(cosines) };
}

/** Root-mean-square incoming weight (bias included) of each unit of one tower, layer after layer, into `target`. */
export function unitStrengths(
  layout: TowerLayout,
  theta: Float32Array,
  offset: number,
  target: Float32Array,
  at: number,
): void {
  let next = at;
  for (const layer of layout.layers) {
    for (let unit = 0; unit < layer.outputs; unit++) {
      let sum = (theta[offset + layer.biases + unit] ?? 0) ** 2;
      for (let input = 0; input < layer.inputs; input++) {
        sum += (theta[offset + layer.weights + input * layer.outputs + unit] ?? 0) ** 2;
      }
      target[next++] = Math.sqrt(sum / (layer.inputs + 1));
    }
  }
}
