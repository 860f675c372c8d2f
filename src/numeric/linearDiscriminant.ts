/**
 * Linear discriminant analysis (Fisher 1936; Hastie, Tibshirani & Friedman 2009, section 4.3) in doubles: how well a fresh
 * linear classifier tells classes apart. Closed form, so it has no learning rate to blame, and unlike regression on
 * indicators it does not overlook a class that lies between two others.
 */
import { matrix, solve, type Matrix } from './linear';

/** One linear score per class: argmax over c of x . weights_c + bias_c. */
export interface LinearClassifier {
  /** width x classes */
  readonly weights: Matrix;
  readonly biases: Float64Array;
}

/** Share of the mean variance that is added to every variance: keeps dead and repeated features harmless. */
const RIDGE = 1e-4;
/** Added as well, so that features without any variance give equal scores instead of a division by zero. */
const FLOOR = 1e-12;

function meanOf(rows: Matrix): Float64Array {
  const mean = new Float64Array(rows.columns);
  rows.data.forEach((value, i) => {
    mean[i % rows.columns] = (mean[i % rows.columns] ?? 0) + value / rows.rows;
  });
  return mean;
}

/** Adds the products of deviations from the mean to `covariance`. */
function accumulate(covariance: Matrix, rows: Matrix, mean: Float64Array, weight: number): void {
  const width = rows.columns;
  const deviation = new Float64Array(width);
  for (let row = 0; row < rows.rows; row++) {
    for (let i = 0; i < width; i++) deviation[i] = (rows.data[row * width + i] ?? 0) - (mean[i] ?? 0);
    for (let i = 0; i < width; i++) {
      const factor = (deviation[i] ?? 0) * weight;
      if (factor === 0) continue;
      for (let j = 0; j < width; j++) {
        covariance.data[i * width + j] = (covariance.data[i * width + j] ?? 0) + factor * (deviation[j] ?? 0);
      }
    }
  }
}

/**
 * The classifier of equally likely classes with a common covariance.
 * @param classes rows of each class, all of one width; at least one row each
 */
export function fitDiscriminant(classes: readonly Matrix[]): LinearClassifier {
  const width = classes[0]?.columns ?? 0;
  const means = classes.map(meanOf);
  const total = classes.reduce((sum, { rows }) => sum + rows, 0);
  const covariance = matrix(width, width);
  classes.forEach((rows, c) => accumulate(covariance, rows, means[c] ?? new Float64Array(width), 1 / total));
  let trace = 0;
  for (let i = 0; i < width; i++) trace += covariance.data[i * width + i] ?? 0;
  for (let i = 0; i < width; i++) {
    covariance.data[i * width + i] = (covariance.data[i * width + i] ?? 0) + (RIDGE * trace) / width + FLOOR;
  }
  const centres = matrix(width, classes.length);
  means.forEach((mean, c) => mean.forEach((value, i) => (centres.data[i * classes.length + c] = value)));
  const weights = solve(covariance, centres);
  const biases = Float64Array.from(means, (mean, c) => {
    return -0.5 * mean.reduce((sum, value, i) => sum + value * (weights.data[i * classes.length + c] ?? 0), 0);
  });
  return { weights, biases };
}

/** Mean over the classes of the share of their rows that the classifier recognises; chance is 1 / classes. */
export function balancedAccuracy(classifier: LinearClassifier, classes: readonly Matrix[]): number {
  const { weights, biases } = classifier;
  const count = biases.length;
  let accuracy = 0;
  classes.forEach((rows, truth) => {
    let right = 0;
    for (let row = 0; row < rows.rows; row++) {
      let best = 0;
      let bestScore = -Infinity;
      for (let c = 0; c < count; c++) {
        let score = biases[c] ?? 0;
        for (let i = 0; i < rows.columns; i++) {
          score += (rows.data[row * rows.columns + i] ?? 0) * (weights.data[i * count + c] ?? 0);
        }
        if (score > bestScore) [best, bestScore] = [c, score];
      }
      if (best === truth) right++;
    }
    accuracy += right / rows.rows / classes.length;
  });
  return accuracy;
}
