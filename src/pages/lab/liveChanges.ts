import type { ExperimentSpec } from '../../spec/experiment';
import type { Scheme } from '../../spec/scheme';
import type { Adjustment } from '../../training/events';

type Arm = ExperimentSpec['arms'][number];

/**
 * What a live knob changes in a running experiment, arm by arm: compares the arms as they run with those that the
 * edited draft asks for. Arms correspond by place; `null` when the edit is more than that and needs a new run.
 */
export function liveChanges(
  running: ExperimentSpec['arms'],
  wanted: ExperimentSpec['arms'],
): readonly Omit<Adjustment, 'step'>[] | null {
  if (running.length !== wanted.length) return null;
  const changes: Omit<Adjustment, 'step'>[] = [];
  for (const [index, now] of running.entries()) {
    const next = wanted[index];
    if (next === undefined || build(now) !== build(next)) return null;
    const change = {
      ...(now.learningRate === next.learningRate ? {} : { learningRate: next.learningRate }),
      ...(now.scheme.kind === 'soft' && next.scheme.kind === 'soft' && now.scheme.lambda !== next.scheme.lambda
        ? { lambda: next.scheme.lambda }
        : {}),
      ...(now.taskWeights.join() === next.taskWeights.join() ? {} : { taskWeights: next.taskWeights }),
    };
    if (Object.keys(change).length > 0) changes.push({ arm: now.id, ...change });
  }
  return changes;
}

/**
 * Everything of an arm but what can change live, and but its names, which follow from it. The way a penalty is applied
 * goes with its strength and the rate, and is not compared.
 */
function build({ scheme, taskWeights, balancing, width, timeline }: Arm): string {
  const events = timeline.map((event) =>
    event.do === 'scheme' ? { ...event, scheme: plain(event.scheme, false) } : event,
  );
  // Which λ an event ends cannot be known while the knob turns: beside such events λ is set before the run.
  const live = events.every((event) => event.do !== 'scheme');
  return JSON.stringify([plain(scheme, live), taskWeights.length, balancing, width, events]);
}

function plain(scheme: Scheme, live: boolean): object {
  return scheme.kind === 'soft' ? { ...scheme, coupling: null, lambda: live ? null : scheme.lambda } : scheme;
}
