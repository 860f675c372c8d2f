/** Events of a timeline that change weights: rows are read back, changed in doubles, and go on from there. */
import { laneCount } from '../spec/experiment';
import type { TimelineEvent } from '../spec/timeline';
import { dataRowOf, splitOf } from './cohortData';
import type { Companion } from './companions';
import type { LaneProgram } from './laneProgram';
import { restartsOptimizer, type ArmPhase } from './phase';
import { applyToRows } from './rowOperations';
import { companionAt, stateOrder } from './stateOrder';

/** Which events change rows (or what is kept beside them) at a step. */
function eventsAt(step: number, timeline: readonly TimelineEvent[]): readonly TimelineEvent[] {
  return timeline.filter((event) => event.at === step && (restartsOptimizer(event) || event.do === 'anchor'));
}

/** Applies the events of `step` to all networks of a group. Does nothing, at no cost, when there are none. */
export async function rewriteRows({ group, data, layout, program }: LaneProgram, step: number): Promise<void> {
  const { spec } = group;
  const due = spec.arms.map((arm) => eventsAt(step, arm.timeline));
  if (!layout) {
    for (const event of due.flat()) if (event.do === 'adopt') await program.adopt?.(event.task);
    return;
  }
  if (due.every((events) => events.length === 0)) return;

  const host = await program.save();
  const order = stateOrder(spec);
  const size = data.tasks * layout.columns;
  const part = (index: number, lane: number): Float32Array =>
    (host[index] ?? new Float32Array(0)).subarray(lane * size, (lane + 1) * size);
  const companion = (name: Companion, lane: number): Float32Array => {
    const at = companionAt(order, name);
    return at === -1 ? new Float32Array(0) : part(at, lane);
  };

  for (let lane = 0; lane < laneCount(spec); lane++) {
    const events = due[Math.floor(lane / spec.seeds.length) % spec.arms.length] ?? [];
    const tasks = Array.from({ length: data.tasks }, (_, task) => {
      return splitOf(data, dataRowOf(spec, data.tasks, lane * data.tasks + task), 'train').task;
    });
    for (const event of events) {
      const rows = {
        theta: part(0, lane),
        base: companion('base', lane),
        anchor: companion('anchor', lane),
        stiffness: companion('stiffness', lane),
      };
      applyToRows(event, rows, layout, tasks);
      if (restartsOptimizer(event)) for (let slot = 1; slot <= order.slots; slot++) part(slot, lane).fill(0);
    }
  }
  program.restore(host);
}

/** Whether any arm has an event at `step`. */
export function hasEvents(phases: readonly ArmPhase[], step: number): boolean {
  return phases.some(({ arm }) => arm.timeline.some((event) => event.at === step));
}
