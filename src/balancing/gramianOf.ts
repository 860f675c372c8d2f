import { gramianCosine } from '../numeric/gramian';
import { symmetricEigen } from '../numeric/symmetricEigen';

/** Task gradients as far as their products tell: lengths and cosines, so that no method sees squares of very unequal size. */
export interface GradientGeometry {
  readonly tasks: number;
  /** [T] */
  readonly lengths: Float64Array;
  /** [T*T] 1 on the diagonal; 0 in the rows and columns of tasks without a gradient. */
  readonly cosines: Float64Array;
  /** Tasks whose gradient is not zero. */
  readonly present: readonly number[];
}

/**
 * The cosines without the negative eigenvalues that products summed in single precision may have: no gradients belong to
 * those. Two cosines within -1 ... 1 have none.
 */
function withoutRounding(cosines: Float64Array, tasks: number): Float64Array {
  if (tasks < 3) return cosines;
  const { values, vectors } = symmetricEigen(cosines, tasks);
  if (!values.some((value) => value < 0)) return cosines;
  const at = (s: number, t: number): number =>
    values.reduce((sum, value, k) => {
      return sum + Math.max(0, value) * (vectors[k * tasks + s] ?? 0) * (vectors[k * tasks + t] ?? 0);
    }, 0);
  const scale: Float64Array = Float64Array.from({ length: tasks }, (_, t) =>
    cosines[t * (tasks + 1)] === 0 ? 1 : Math.sqrt(at(t, t)),
  );
  return cosines.map((cosine, k) => {
    const [s, t] = [Math.floor(k / tasks), k % tasks];
    if (s === t || cosine === 0) return cosine;
    // The smaller index first, so that the matrix is symmetric to the last bit.
    return at(Math.min(s, t), Math.max(s, t)) / ((scale[s] ?? 1) * (scale[t] ?? 1));
  });
}

/**
 * @param gramian [T*T], also one whose products were summed in single precision
 * @throws RangeError when entries are not finite, a square is negative, or their number is not `tasks` x `tasks`
 */
export function gramianOf(gramian: Float64Array, tasks: number): GradientGeometry {
  if (gramian.length !== tasks * tasks) throw new RangeError(`${gramian.length} products for ${tasks} tasks`);
  if (!gramian.every(Number.isFinite)) throw new RangeError('products of gradients are not finite');
  const lengths = new Float64Array(tasks);
  const cosines = new Float64Array(tasks * tasks);
  const present: number[] = [];
  // Plain loops: this runs for every network in every step.
  for (let t = 0; t < tasks; t++) {
    const square = gramian[t * (tasks + 1)] ?? 0;
    if (square < 0) throw new RangeError('the square of a gradient is negative');
    lengths[t] = Math.sqrt(square);
    if (square > 0) present.push(t);
    cosines[t * (tasks + 1)] = square > 0 ? 1 : 0;
    for (let s = 0; s < t; s++) {
      const cosine = gramianCosine(gramian, tasks, s, t);
      cosines[s * tasks + t] = cosine;
      cosines[t * tasks + s] = cosine;
    }
  }
  return { tasks, lengths, cosines: withoutRounding(cosines, tasks), present };
}

/** The rows and columns `of` of a matrix of `tasks` x `tasks`. */
export function principalPart(values: Float64Array, tasks: number, of: readonly number[]): Float64Array {
  return Float64Array.from(of.flatMap((s) => of.map((t) => values[s * tasks + t] ?? 0)));
}

/** [T] with `values[k]` at task `of[k]` and zeros elsewhere. */
export function spread(values: ArrayLike<number>, of: readonly number[], tasks: number): Float64Array {
  const result = new Float64Array(tasks);
  of.forEach((task, k) => (result[task] = values[k] ?? 0));
  return result;
}
