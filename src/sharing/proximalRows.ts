/**
 * Exact steps of the penalties that have no gradient where rows meet. Pure, in doubles, for one network.
 *
 * l1: argmin_z sum_t |z_t - x_t|^2 / 2 + s sum_{t<u} |z_t - z_u|, number by number. In sorted order the penalty is linear,
 * s sum_i (2i - T - 1) z_(i), so x_(i) moves by -s (2i - T - 1) and isotonic regression restores the order: rows that
 * would cross become exactly equal (Hocking et al. 2011 for the complete graph).
 *
 * trace: argmin_Z |Z - X|_F^2 / 2 + s |Z|_* = U max(S - s, 0) V' (Cai, Candes & Shen 2010). With X X' = U S^2 U' it is
 * M X with M = U max(1 - s / S, 0) U', so only T x T matrices are decomposed.
 */
import { symmetricEigen } from '../numeric/symmetricEigen';

/** Non-decreasing least-squares fit of `values` in place (pool adjacent violators). */
function poolAdjacent(values: Float64Array): void {
  const means: number[] = [];
  const sizes: number[] = [];
  for (const value of values) {
    means.push(value);
    sizes.push(1);
    for (let last = means.length - 1; last > 0 && (means[last - 1] ?? 0) > (means[last] ?? 0); last--) {
      const [a = 0, b = 0, n = 1, m = 1] = [means[last - 1], means[last], sizes[last - 1], sizes[last]];
      means.splice(last - 1, 2, (a * n + b * m) / (n + m));
      sizes.splice(last - 1, 2, n + m);
    }
  }
  let at = 0;
  means.forEach((mean, block) => {
    for (let k = 0; k < (sizes[block] ?? 0); k++) values[at++] = mean;
  });
}

/**
 * The l1 step on columns [0, columns) of T rows of length `stride`, in place.
 * @param strength learning rate x lambda.
 */
export function shrinkAbsolute(
  rows: Float32Array,
  tasks: number,
  stride: number,
  columns: number,
  strength: number,
): void {
  const order = Array.from({ length: tasks }, (_, task) => task);
  const sorted = new Float64Array(tasks);
  for (let column = 0; column < columns; column++) {
    const at = (task: number): number => rows[task * stride + column] ?? 0;
    order.sort((a, b) => at(a) - at(b) || a - b);
    order.forEach((task, i) => (sorted[i] = at(task) - strength * (2 * i + 1 - tasks)));
    poolAdjacent(sorted);
    order.forEach((task, i) => (rows[task * stride + column] = sorted[i] ?? 0));
  }
}

/** The trace step on columns [begin, end) of T rows of length `stride`, one layer, in place. */
export function shrinkTrace(
  rows: Float32Array,
  tasks: number,
  stride: number,
  begin: number,
  end: number,
  strength: number,
): void {
  const gram = new Float64Array(tasks * tasks);
  for (let s = 0; s < tasks; s++) {
    for (let t = 0; t <= s; t++) {
      let sum = 0;
      for (let column = begin; column < end; column++)
        sum += (rows[s * stride + column] ?? 0) * (rows[t * stride + column] ?? 0);
      gram[s * tasks + t] = gram[t * tasks + s] = sum;
    }
  }
  const { values, vectors } = symmetricEigen(gram, tasks);
  const mix = new Float64Array(tasks * tasks);
  values.forEach((value, k) => {
    const singular = Math.sqrt(Math.max(0, value));
    const factor = singular > strength ? 1 - strength / singular : 0;
    for (let s = 0; s < tasks; s++) {
      for (let t = 0; t < tasks; t++) {
        const at = s * tasks + t;
        mix[at] = (mix[at] ?? 0) + factor * (vectors[k * tasks + s] ?? 0) * (vectors[k * tasks + t] ?? 0);
      }
    }
  });
  const column = new Float64Array(tasks);
  for (let j = begin; j < end; j++) {
    for (let s = 0; s < tasks; s++) {
      let sum = 0;
      for (let t = 0; t < tasks; t++) sum += (mix[s * tasks + t] ?? 0) * (rows[t * stride + j] ?? 0);
      column[s] = sum;
    }
    column.forEach((value, s) => (rows[s * stride + j] = value));
  }
}
