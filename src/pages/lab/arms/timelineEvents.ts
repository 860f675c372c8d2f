/** Events of a timeline as the lab makes them. Pure. */
import type { PresetScheme } from '../../../spec/preset';
import type { DraftTowers } from './draftTowers';

export type DraftEvent = NonNullable<PresetScheme['timeline']>[number];
export type EventKind = DraftEvent['do'];

/** Those that concern every network, then those that act on the rows of plain towers. */
export const EVENT_KINDS = [
  ...(['weights', 'rate', 'scheme', 'rows', 'adopt', 'fuse', 'anchor', 'prune', 'quantise'] as const),
] as const satisfies readonly EventKind[];

const ANYWHERE: readonly EventKind[] = ['weights', 'rate'];
const ROWS: readonly PresetScheme['scheme'][] = ['alone', 'hard', 'soft', 'meta'];

/** What can happen to networks of this kind. */
export function eventKinds(scheme: PresetScheme['scheme'], source: string): readonly EventKind[] {
  return ROWS.includes(scheme) && source !== 'landscape' ? EVENT_KINDS : ANYWHERE;
}

/** A new event half way through the training, with settings that show an effect. */
export function newEvent(kind: EventKind, { shapes, training, arms }: DraftTowers, arm: number): DraftEvent {
  const at = Math.max(1, Math.round(training.steps / 2));
  const task = shapes[0]?.name ?? '';
  switch (kind) {
    case 'weights':
      return { at, do: kind, taskWeights: shapes.map((_, index) => (index === 0 ? 0 : 1)) };
    case 'rate':
      return { at, do: kind, learningRate: (arms[arm]?.learningRate ?? 0.01) / 10 };
    case 'scheme':
      return { at, do: kind, to: arms[arm]?.scheme.kind === 'alone' ? { scheme: 'hard' } : { scheme: 'alone' } };
    case 'rows':
      return { at, do: kind, task, rows: 10 };
    case 'adopt':
      return { at, do: kind, task };
    case 'fuse':
      return { at, do: kind, method: { kind: 'mean' } };
    case 'anchor':
      return { at, do: kind, penalty: 'l2', lambda: 0.1, task };
    case 'prune':
      return { at, do: kind, sparsity: 0.5 };
    case 'quantise':
      return { at, do: kind, bits: 4 };
  }
}

/** Numbers of the events in the order in which they happen; events of one step in the author's order. */
export function inOrder(events: readonly DraftEvent[]): readonly number[] {
  return events.map((_, index) => index).sort((a, b) => (events[a]?.at ?? 0) - (events[b]?.at ?? 0) || a - b);
}
