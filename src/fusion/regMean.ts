/**
 * RegMean (Jin et al. 2023): for each layer the weights whose outputs are closest, summed over all rows of all tasks, to
 * those that every tower gives on its own inputs: W = (sum_t X_t'X_t)^-1 sum_t X_t'X_t W_t.
 *
 * X_t is what goes into the layer in tower t. A column of ones is appended to it, so biases are weights of a constant
 * input and are solved with the rest; the paper averages them. Only so is the result for least-squares regression with
 * a bias the pooled solution. Every X_t'X_t gets the same small ridge: directions that no row has ever taken (a dead
 * unit, fewer rows than inputs) fall back to the plain mean instead of having no solution.
 */
import { matmul, matrix, solve, transpose, type Matrix } from '../numeric/linear';
import type { LayerShape, Row } from './towerShape';
import { commonLength } from './weightedMean';

/** Ridge as part of the mean squared input. */
const RIDGE = 1e-10;

/** [X 1]'[X 1] of n x d inputs. */
function secondMoments(inputs: ArrayLike<number>, width: number): Matrix {
  const rows = inputs.length / width;
  const augmented = matrix(rows, width + 1);
  for (let n = 0; n < rows; n++) {
    for (let i = 0; i < width; i++) augmented.data[n * (width + 1) + i] = inputs[n * width + i] ?? 0;
    augmented.data[n * (width + 1) + width] = 1;
  }
  return matmul(transpose(augmented), augmented);
}

/** Weights and, as the last row, biases of a layer. In a row they follow each other, so this is a copy. */
function layerMatrix(row: Row, layer: LayerShape): Matrix {
  const data = Float64Array.from({ length: layer.end - layer.weights }, (_, i) => row[layer.weights + i] ?? 0);
  return matrix(layer.inputs + 1, layer.outputs, data);
}

function addTo(target: Matrix, part: Matrix): void {
  part.data.forEach((value, i) => (target.data[i] = (target.data[i] ?? 0) + value));
}

function withRidge(moments: readonly Matrix[], width: number): readonly Matrix[] {
  let trace = 0;
  for (const { data } of moments) for (let i = 0; i < width; i++) trace += data[i * width + i] ?? 0;
  const ridge = (RIDGE * trace) / width;
  return moments.map(({ data }) =>
    matrix(
      width,
      width,
      data.map((value, at) => (at % (width + 1) === 0 ? value + ridge : value)),
    ),
  );
}

/**
 * @param layers the layers that make up the rows
 * @param layerInputs per task and layer the inputs of the layer, [n x inputs] row-major, n >= 1
 * @throws RangeError when the rows differ in length
 */
export function regMean(
  rows: readonly Row[],
  layers: readonly LayerShape[],
  layerInputs: readonly (readonly ArrayLike<number>[])[],
): Float64Array {
  const fused = new Float64Array(commonLength(rows));
  layers.forEach((layer, index) => {
    const width = layer.inputs + 1;
    const moments = withRidge(
      rows.map((_, t) => secondMoments(layerInputs[t]?.[index] ?? [], layer.inputs)),
      width,
    );
    const left = matrix(width, width);
    const right = matrix(width, layer.outputs);
    moments.forEach((gram, t) => {
      addTo(left, gram);
      addTo(right, matmul(gram, layerMatrix(rows[t] ?? [], layer)));
    });
    fused.set(solve(left, right).data, layer.weights);
  });
  return fused;
}
