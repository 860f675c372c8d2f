/**
 * Diagonal Fisher information of one tower: F = E_x E_{y ~ p(y|x)} [(d log p(y|x) / d theta)^2], number by number.
 * The answers y are those of the *model*, not the labels (with labels it would be the "empirical Fisher"), and their
 * expectation is exact: mmatena/model_merging `fisher.py` enumerates the classes likewise.
 */
import type { TaskShape } from '../spec/taskShape';
import { logistic, softmaxRow } from './hostLosses';
import { backwardTower, forwardTower, outputsOf, sumOverExamples } from './hostTower';
import type { Row, TowerShape } from './towerShape';

/** A direction in the outputs whose squared gradient counts with a weight: both per example, [n x stride] and [n]. */
interface Direction {
  readonly cotangent: Float64Array;
  readonly weight: Float64Array;
}

/**
 * E_y (d log p)^2 as a weighted sum of squares, one direction per output:
 * squared error (a normal density of unit variance): e_j, weight 1; logistic: e_j, weight p_j (1 - p_j);
 * softmax: e_j - p, weight p_j.
 */
function directions(shape: TaskShape, outputs: Float64Array, stride: number, rows: number): readonly Direction[] {
  return Array.from({ length: shape.outputs }, (_, j) => {
    const cotangent = new Float64Array(rows * stride);
    const weight = new Float64Array(rows);
    for (let n = 0; n < rows; n++) {
      const at = n * stride + j;
      if (shape.loss === 'softmax') {
        const p = softmaxRow(outputs, n * stride, shape.outputs);
        p.forEach((value, k) => (cotangent[n * stride + k] = (k === j ? 1 : 0) - value));
        weight[n] = p[j] ?? 0;
      } else {
        const p = logistic(outputs[at] ?? 0);
        cotangent[at] = 1;
        weight[n] = shape.loss === 'sigmoid' ? p * (1 - p) : 1;
      }
    }
    return { cotangent, weight };
  });
}

/**
 * The diagonal Fisher information on `rows` examples (inputs n x d, row-major): [P], all >= 0.
 * Logistic and squared-error outputs count as independent of each other. A mean over examples, so unlike the losses
 * it is not divided by the number of outputs.
 */
export function diagonalFisher(
  tower: TowerShape,
  row: Row,
  shape: TaskShape,
  inputs: ArrayLike<number>,
  rows: number,
): Float64Array {
  const pass = forwardTower(tower, row, inputs, rows);
  const stride = tower.layers.at(-1)?.outputs ?? shape.outputs;
  const { outputScale = 1 } = shape;
  const outputs = outputsOf(pass).map((z) => outputScale * z);
  // Sum over directions first: x_i^2 is common to them.
  const squares = tower.layers.map((layer) => new Float64Array(rows * layer.outputs));
  for (const { cotangent, weight } of directions(shape, outputs, stride, rows)) {
    addSquares(squares, tower, backwardTower(tower, row, pass, cotangent), weight);
  }
  const squaredInputs = pass.activations.map((values) => values.map((x) => x * x));
  return sumOverExamples(tower, squaredInputs, squares).map((sum) => (outputScale * outputScale * sum) / rows);
}

function addSquares(
  squares: readonly Float64Array[],
  tower: TowerShape,
  deltas: readonly Float64Array[],
  weight: Float64Array,
): void {
  tower.layers.forEach(({ outputs }, index) => {
    const target = squares[index] ?? new Float64Array(0);
    deltas[index]?.forEach((delta, at) => {
      target[at] = (target[at] ?? 0) + (weight[Math.floor(at / outputs)] ?? 0) * delta * delta;
    });
  });
}
