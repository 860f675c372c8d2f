import { expect, it } from 'vitest';
import { planTower } from '../../fused/towerPlan';
import { towerLayout } from '../layout';
import { createPaddedRows } from './paddedRows';

const layout = towerLayout({ trunk: [{ units: 2, activation: 'tanh' }], head: [], headStart: 'own' }, 1, [
  { name: 'y', loss: 'mse', outputs: 1, score: 'relativeError' },
]);
const padded = createPaddedRows(layout, planTower(layout.layers));

it('spreads weights and biases over whole vectors', () => {
  // w11 w12 | b1 b2 | v1 | v2 | c
  expect([...padded.pad(Float32Array.of(1, 2, 3, 4, 5, 6, 7))]).toEqual([
    ...[1, 2, 0, 0, 3, 4, 0, 0],
    ...[5, 0, 0, 0, 6, 0, 0, 0, 7, 0, 0, 0],
  ]);
});

it('finds them again, row by row', () => {
  const rows = Float32Array.from({ length: 3 * layout.columns }, (_, i) => i + 1);
  expect(padded.trim(padded.pad(rows))).toEqual(rows);
});
