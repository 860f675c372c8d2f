import { effectiveArm } from '../record/effectiveArm';
import { quantityWidth, seedValues, taskQuantities, layerQuantities } from '../record/quantity';
import type { RunRecord } from '../record/runRecord';
import type { Evaluation } from '../training/events';
import { csvText, type CsvCell } from './csvText';

const taskColumns = {
  trainLoss: 'train_loss',
  validationLoss: 'validation_loss',
  testLoss: 'test_loss',
  validationScore: 'validation_score',
  testScore: 'test_score',
  gradientNorm: 'gradient_norm',
} as const satisfies Record<(typeof taskQuantities)[number], string>;

const layerColumns = {
  distance: 'distance',
  relativeDistance: 'relative_distance',
  weightCosine: 'weight_cosine',
} as const satisfies Record<(typeof layerQuantities)[number], string>;

/**
 * Everything measured, one row per evaluation step x point x arm x seed x task, columns named in the first row.
 * Quantities of a whole network (distances per layer, layer 1 nearest to the input; gradient cosines per pair of
 * tasks) are repeated in the rows of its tasks. Learning rate and lambda are those in force from that step on. Cells of
 * what was not measured are empty.
 */
export function recordToCsv(record: RunRecord): string {
  const { spec, tasks } = record;
  const layers = Array.from({ length: quantityWidth(record, 'distance') }, (_, layer) => layer);
  const pairs = tasks.flatMap((one, s) =>
    tasks.slice(s + 1).map((other) => `gradient_cosine_${one.name}_${other.name}`),
  );
  const header = [
    ...['step', 'point', 'point_value', 'arm', 'scheme', 'lambda', 'learning_rate', 'seed', 'task', 'score_kind'],
    ...taskQuantities.map((quantity) => taskColumns[quantity]),
    ...layerQuantities.flatMap((quantity) => layers.map((layer) => `${layerColumns[quantity]}_layer_${layer + 1}`)),
    ...pairs,
  ];
  const rows: CsvCell[][] = [header];
  for (const evaluation of record.evaluations) {
    spec.points.forEach((_, point) => {
      spec.arms.forEach((_, arm) => rows.push(...armRows(record, evaluation, point, arm)));
    });
  }
  return csvText(rows);
}

function armRows(record: RunRecord, evaluation: Evaluation, point: number, arm: number): CsvCell[][] {
  const { id, scheme, learningRate } = effectiveArm(record, arm, evaluation.step);
  const { spec, tasks } = record;
  const ofLayers = layerQuantities.flatMap((quantity) =>
    Array.from({ length: quantityWidth(record, quantity) }, (_, layer) =>
      seedValues(record, evaluation, { point, arm, quantity, layer }),
    ),
  );
  const ofPairs = Array.from({ length: quantityWidth(record, 'gradientCosine') }, (_, pair) =>
    seedValues(record, evaluation, { point, arm, quantity: 'gradientCosine', pair }),
  );
  const ofTasks = tasks.map((_, task) =>
    taskQuantities.map((quantity) => seedValues(record, evaluation, { point, arm, quantity, task })),
  );
  const at = (seed: number) => (values: readonly number[]) => values[seed] ?? null;
  return spec.seeds.flatMap((seed, index) =>
    tasks.map((shape, task): CsvCell[] => [
      ...[evaluation.step, point, spec.points[point]?.value ?? null, id, scheme.kind],
      ...[scheme.kind === 'soft' ? scheme.lambda : null, learningRate, seed, shape.name, shape.score],
      ...(ofTasks[task] ?? []).map(at(index)),
      ...ofLayers.map(at(index)),
      ...ofPairs.map(at(index)),
    ]),
  );
}
