/**
 * Progressive layered extraction by loops in doubles, straight from the formulas: what the tensor program must agree
 * with. One expert is one tanh layer. Not part of the product.
 */
export interface PleReference {
  readonly tasks: number;
  readonly shared: number;
  readonly own: number;
  readonly units: number;
  readonly levels: number;
  /** Numbers of a section of the row, by name. */
  readonly section: (name: string) => Float32Array;
}

type Vector = readonly number[];

const range = (size: number): readonly number[] => Array.from({ length: size }, (_, i) => i);

/** w x + b for weights (in x out, row-major) and biases that begin at `offset`. */
function dense(x: Vector, parameters: Float32Array, offset: number, units: number): Vector {
  return range(units).map((j) => {
    const sum = x.reduce((total, value, i) => total + value * (parameters[offset + i * units + j] ?? NaN), 0);
    return sum + (parameters[offset + x.length * units + j] ?? NaN);
  });
}

/** Sum of the experts, weighted by softmax(W x). */
function gated(x: Vector, gate: Float32Array, offset: number, experts: readonly Vector[]): Vector {
  const scores = experts.map((_, e) =>
    x.reduce((total, value, i) => total + value * (gate[offset + i * experts.length + e] ?? NaN), 0),
  );
  const shares = scores.map((score) => Math.exp(score));
  const total = shares.reduce((sum, share) => sum + share, 0);
  return range(experts[0]?.length ?? 0).map((j) =>
    experts.reduce((sum, expert, e) => sum + ((shares[e] ?? NaN) / total) * (expert[j] ?? NaN), 0),
  );
}

/** Features of one task for one input row. */
export function pleFeatures(of: PleReference, task: number, input: Vector): Vector {
  const { tasks, shared, own, units, levels, section } = of;
  let paths: readonly Vector[] = range(tasks).map(() => input);
  let common: Vector = input;
  for (const level of range(levels)) {
    const width = common.length;
    const size = width * units + units;
    const expert = (name: string, index: number, x: Vector): Vector =>
      dense(x, section(`${name}.${level}`), index * size, units).map((value) => Math.tanh(value));
    const sharedExperts = range(shared).map((k) => expert('experts', k, common));
    const ownExperts = paths.map((path, t) => range(own).map((k) => expert('ownExperts', t * own + k, path)));
    const next = paths.map((path, t) => {
      const gates = section(`gates.${level}`);
      return gated(path, gates, t * width * (shared + own), [...sharedExperts, ...(ownExperts[t] ?? [])]);
    });
    if (level < levels - 1) {
      common = gated(common, section(`sharedGate.${level}`), 0, [...sharedExperts, ...ownExperts.flat()]);
    }
    paths = next;
  }
  return paths[task] ?? [];
}
