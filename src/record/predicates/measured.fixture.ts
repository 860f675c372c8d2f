/** Invented runs with more than losses and scores: any array of their evaluations, given by a function. */
import type { EvaluationArray } from '../../training/events';
import type { RunRecord } from '../runRecord';

export interface MeasuredPlace {
  readonly step: number;
  readonly point: number;
  readonly arm: number;
  readonly seed: number;
  /** Position among the numbers of the lane. */
  readonly inner: number;
}

/** The same run in which every lane measured `width` numbers of that name. */
export function withMeasured(
  record: RunRecord,
  name: EvaluationArray,
  width: number,
  value: (place: MeasuredPlace) => number,
): RunRecord {
  const { points, arms, seeds } = record.spec;
  const measured = (step: number) =>
    Float32Array.from({ length: points.length * arms.length * seeds.length * width }, (_, at) => {
      const lane = Math.floor(at / width);
      const setting = Math.floor(lane / seeds.length);
      const point = Math.floor(setting / arms.length);
      return value({ step, point, arm: setting % arms.length, seed: lane % seeds.length, inner: at % width });
    });
  return {
    ...record,
    evaluations: record.evaluations.map((evaluation) => ({ ...evaluation, [name]: measured(evaluation.step) })),
  };
}
