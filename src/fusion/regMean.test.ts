import { describe, expect, it } from 'vitest';
import { matmul, matrix, solve, transpose } from '../numeric/linear';
import { pooledLeastSquares, taskMoments } from '../numeric/softRidge';
import type { TaskShape } from '../spec/taskShape';
import { towerLayout } from '../training/layout';
import { expectClose } from './expectClose.fixture';
import { fuseRows } from './fuseRows';
import { regMean } from './regMean';
import { normals } from './sampleTower.fixture';
import { towerFusion } from './towerFusion';
import { meanRow } from './weightedMean';

const D = 3;
const SHAPE: TaskShape = { name: 'y', loss: 'mse', outputs: 1, score: 'relativeError' };
const LINEAR = towerLayout({ trunk: [], head: [], headStart: 'equal' }, D, [SHAPE, SHAPE]);
const [LAYER] = LINEAR.layers;
const LAYERS = LAYER === undefined ? [] : [LAYER];

/** Inputs with a column of ones, targets. */
function drawn(number: number, rows: number) {
  const inputs = normals(number, rows * D).map((value, at) => value * (1 + (at % D)) + number / 500);
  const ones = Float64Array.from({ length: rows * (D + 1) }, (_, at) => {
    const [row, i] = [Math.floor(at / (D + 1)), at % (D + 1)];
    return i < D ? (inputs[row * D + i] ?? 0) : 1;
  });
  return { rows, inputs, ones, targets: normals(900 + number, rows) };
}
type Drawn = ReturnType<typeof drawn>;

/** Least squares of one task, weights then bias. */
const leastSquares = ({ ones, targets }: Drawn) => pooledLeastSquares([taskMoments(ones, targets)]);

function stacked(tasks: readonly Drawn[]) {
  return pooledLeastSquares([
    taskMoments(
      tasks.flatMap(({ ones }) => [...ones]),
      tasks.flatMap(({ targets }) => [...targets]),
    ),
  ]);
}

describe('RegMean of least-squares solutions', () => {
  const tasks = [drawn(101, 14), drawn(102, 9), drawn(103, 30)];
  const rows = tasks.map(leastSquares);
  const fused = regMean(
    rows,
    LAYERS,
    tasks.map(({ inputs }) => [inputs]),
  );

  it('is least squares on all rows together, with unequal numbers of rows and a bias', () => {
    expectClose(fused, stacked(tasks), 8);
  });

  it('is the merge by the full Fisher information, sum_t F_t w_t / sum_t F_t with F_t = X_t X_t', () => {
    const grams = tasks.map(({ ones, rows: n }) => {
      const x = matrix(n, D + 1, ones);
      return matmul(transpose(x), x);
    });
    const sum = (parts: readonly Float64Array[]) =>
      (parts[0] ?? new Float64Array(0)).map((_, i) => parts.reduce((total, part) => total + (part[i] ?? 0), 0));
    const left = matrix(D + 1, D + 1, sum(grams.map(({ data }) => data)));
    const right = sum(grams.map((gram, t) => matmul(gram, matrix(D + 1, 1, rows[t])).data));
    expectClose(fused, solve(left, matrix(D + 1, 1, right)).data, 8);
  });

  it('is not the plain mean unless all tasks have the same inputs', () => {
    const mean = meanRow(rows);
    expect(fused.some((value, i) => Math.abs(value - (mean[i] ?? 0)) > 0.01)).toBe(true);
    const common = tasks
      .slice(0, 1)
      .flatMap((task) => [0, 1].map((t) => ({ ...task, targets: normals(t, task.rows) })));
    const solutions = common.map(leastSquares);
    const same = regMean(
      solutions,
      LAYERS,
      common.map(({ inputs }) => [inputs]),
    );
    expectClose(same, meanRow(solutions), 8);
    expectClose(same, stacked(common), 8);
  });

  it('comes out of towers and their data', () => {
    const towers = tasks.map((task, t) => {
      const split = {
        rows: task.rows,
        inputs: Float32Array.from(task.inputs),
        targets: Float32Array.from(task.targets),
        clean: null,
      };
      return { row: rows[t] ?? [], data: { shape: SHAPE, train: split, validation: split } };
    });
    expectClose(fuseRows({ kind: 'regmean' }, towerFusion(LINEAR, towers, [0, 0, 0, 0], 'all')), fused, 5);
  });
});

describe('RegMean without a unique solution', () => {
  it('takes the mean in directions that no row has taken', () => {
    // The second input is always zero: its weight does not matter to either.
    const inputs = [1, 0, 0, 2, 0, 1, 3, 0, -1, 5, 0, 2];
    const fused = regMean(
      [
        [1, 4, 1, 1],
        [1, 8, 1, 1],
      ],
      LAYERS,
      [[inputs], [inputs]],
    );
    expectClose(fused, [1, 6, 1, 1], 6);
    const silent = [[0, 0, 0]];
    expectClose(
      regMean(
        [
          [1, 4, 1, 0],
          [3, 8, 1, 2],
        ],
        LAYERS,
        [silent, silent],
      ),
      [2, 6, 1, 1],
      6,
    );
  });
});
