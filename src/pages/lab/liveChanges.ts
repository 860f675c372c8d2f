import type { ExperimentSpec } from '../../spec/experiment';
import type { Adjustment } from '../../training/events';

/**
 * What a live knob changes in a running experiment, arm by arm: compares the arms as they run with those that the
 * edited draft asks for. Arms correspond by place; `null` when the edit is more than that and needs a new run.
 * The way a penalty is applied is chosen when a run begins and stays until the next.
 */
export function liveChanges(
  running: ExperimentSpec['arms'],
  wanted: ExperimentSpec['arms'],
): readonly Omit<Adjustment, 'step'>[] | null {
  if (running.length !== wanted.length) return null;
  const changes: Omit<Adjustment, 'step'>[] = [];
  for (const [index, now] of running.entries()) {
    const next = wanted[index];
    if (next === undefined || !sameBuild(now, next)) return null;
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

type Arm = ExperimentSpec['arms'][number];

/** Equal but for what can change live. */
function sameBuild(a: Arm, b: Arm): boolean {
  if (a.taskWeights.length !== b.taskWeights.length) return false;
  if (a.scheme.kind === 'hard' && b.scheme.kind === 'hard') return a.scheme.sharedLayers === b.scheme.sharedLayers;
  if (a.scheme.kind === 'soft' && b.scheme.kind === 'soft') {
    return a.scheme.penalty === b.scheme.penalty && a.scheme.on === b.scheme.on;
  }
  return a.scheme.kind === b.scheme.kind;
}
