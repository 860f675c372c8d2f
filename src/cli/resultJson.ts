/** A finished run as a program reads it. */
import { meanInterval } from '../numeric/statistics';
import { bestOnValidation } from '../record/bestOnValidation';
import { seedValues } from '../record/quantity';
import type { RunRecord } from '../record/runRecord';
import { transferGains } from '../record/transferGains';

/**
 * Scores (per seed, mean, half width) and gains at the last evaluation on the test split, with ids instead of indices.
 * Numbers are written in full; `halfWidth` is `null` with a single seed.
 */
export function resultJson(preset: string, record: RunRecord, seconds: number): unknown {
  const { spec, tasks } = record;
  const evaluation = record.evaluations.at(-1);
  const named = (point: number, arm: number) => ({
    point: spec.points[point]?.value ?? null,
    arm: spec.arms[arm]?.id ?? null,
  });
  const scores = spec.points.flatMap((_, point) =>
    spec.arms.flatMap((_, arm) =>
      tasks.map((shape, task) => {
        const values =
          evaluation === undefined ? [] : seedValues(record, evaluation, { point, arm, quantity: 'testScore', task });
        const mean = values.length === 0 ? null : meanInterval(values).mean;
        const halfWidth = values.length < 2 ? null : meanInterval(values).halfWidth;
        return { ...named(point, arm), task: shape.name, score: shape.score, mean, halfWidth, values };
      }),
    ),
  );
  const gains = transferGains(record, -1, { split: 'test' }).map(({ point, arm, task, ...gain }) => ({
    ...named(point, arm),
    task: tasks[task]?.name ?? null,
    ...gain,
  }));
  const chosen = bestOnValidation(record, -1).map((choice) => ({
    ...named(choice.point, choice.arm),
    validationGain: choice.validationGain,
  }));
  return {
    preset,
    status: record.status,
    failure: record.failure,
    step: record.step,
    seconds,
    backend: record.backend,
    seeds: spec.seeds,
    parameters: spec.arms.map((arm, index) => ({ arm: arm.id, numbers: record.parameters[index] ?? null })),
    scores,
    gains,
    softChosenOnValidation: chosen,
    spec,
  };
}
