import type { ExperimentSpec } from '../../../spec/experiment';
import type { Operation } from '../../../spec/timeline';
import type { AdjustmentMark } from '../../chartProps';

/** One kind of event at one step, and the arms it happens to, as indices. */
interface Happening {
  readonly operation: Operation;
  readonly arms: readonly number[];
}

/**
 * What the timelines of a run do, as ticks on the step axis: one per step, each kind of event named once.
 * @param say words of an event that happens to some of the arms
 */
export function timelineMarks(
  { arms }: Pick<ExperimentSpec, 'arms'>,
  say: (happening: Happening) => string,
): readonly AdjustmentMark[] {
  const steps = [...new Set(arms.flatMap((arm) => arm.timeline.map((event) => event.at)))].sort((a, b) => a - b);
  return steps.map((step) => {
    const happenings = new Map<string, Happening>();
    arms.forEach((arm, index) => {
      for (const event of arm.timeline.filter(({ at }) => at === step)) {
        const key = kindOf(event);
        const known = happenings.get(key)?.arms ?? [];
        happenings.set(key, { operation: event, arms: known.includes(index) ? known : [...known, index] });
      }
    });
    return { step, label: [...happenings.values()].map(say).join(', ') };
  });
}

/** Events that have the same name. */
function kindOf(operation: Operation): string {
  switch (operation.do) {
    case 'fuse':
      return `fuse ${operation.method.kind}`;
    case 'anchor':
      return `anchor ${operation.penalty}`;
    default:
      return operation.do;
  }
}

/** Marks of two kinds on one axis: one per step. */
export function mergeMarks(a: readonly AdjustmentMark[], b: readonly AdjustmentMark[]): readonly AdjustmentMark[] {
  const bySteps = new Map<number, string[]>();
  for (const { step, label } of [...a, ...b]) bySteps.set(step, [...(bySteps.get(step) ?? []), label]);
  return [...bySteps].sort(([p], [q]) => p - q).map(([step, labels]) => ({ step, label: labels.join(', ') }));
}
