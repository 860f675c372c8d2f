/** Three towers near a common base, with data: what fusions are tried on. */
import { normals, sampleSplit, sampleTower, SHAPES } from './sampleTower.fixture';
import { towerFusion } from './towerFusion';
import type { Part, Row } from './towerShape';

export const tower = sampleTower([4, 3]);
export const base = normals(50, tower.columns).map((value) => value * 0.5);
export const data = SHAPES.map((shape, t) => ({
  shape,
  train: sampleSplit(shape, 12, 60 + t),
  validation: sampleSplit(shape, 15, 70 + t),
}));
/** Rows near the base, as fine-tuning leaves them. */
export const tuned = SHAPES.map((_, t) =>
  base.map((value, i) => value + 0.3 * (normals(80 + t, tower.columns)[i] ?? 0)),
);

export function contextOf(rows: readonly Row[], on: Part = 'trunk') {
  const towers = rows.flatMap((row, t) => {
    const own = data[t];
    return own === undefined ? [] : [{ row, data: own }];
  });
  return towerFusion(tower, towers, base, on);
}
