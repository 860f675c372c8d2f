import type { LossSeries } from '../curveSeries';
import type { Split } from '../split';
import { curve } from '../../record/curve';
import type { TaskQuantity } from '../../record/quantity';
import type { RunRecord } from '../../record/runRecord';

const QUANTITY = {
  train: 'trainLoss',
  validation: 'validationLoss',
  test: 'testLoss',
} as const satisfies Record<Split, TaskQuantity>;

export interface CurveChoice {
  readonly point: number;
  /** Arm indices. */
  readonly arms: readonly number[];
}

/** One curve per chosen arm, task and split, with its band over seeds. */
export function lossSeries(
  record: RunRecord,
  choice: CurveChoice & { readonly splits: readonly Split[] },
): readonly LossSeries[] {
  return choice.arms.flatMap((arm) => {
    const id = record.spec.arms[arm]?.id;
    if (id === undefined) return [];
    return record.tasks.flatMap((_, task) =>
      choice.splits.map((split) => ({
        arm: id,
        task,
        split,
        ...curve(record, { point: choice.point, arm, quantity: QUANTITY[split], task }),
      })),
    );
  });
}
