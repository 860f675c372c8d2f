/** Events of a timeline with every default written out, tasks as indices, in the order of their steps. */
import { resolveFusion } from './fusion';
import type { PresetScheme } from './preset';
import { resolveHard, resolveSoft, taskIndex, type SchemeSetting } from './resolveScheme';
import type { AloneScheme, HardScheme, SoftScheme } from './scheme';
import type { TimelineEvent } from './timeline';

export type WrittenEvent = NonNullable<PresetScheme['timeline']>[number];

/** Events of one step keep the author's order. */
export function resolveTimeline(
  events: readonly WrittenEvent[],
  setting: SchemeSetting,
  learningRate: number,
): readonly TimelineEvent[] {
  return events.map((event) => resolveEvent(event, setting, learningRate)).toSorted((a, b) => a.at - b.at);
}

function resolveEvent(event: WrittenEvent, setting: SchemeSetting, learningRate: number): TimelineEvent {
  switch (event.do) {
    case 'weights':
    case 'rate':
      return event;
    case 'scheme':
      return { at: event.at, do: 'scheme', scheme: resolveTarget(event.to, setting, learningRate) };
    case 'rows':
    case 'adopt':
    case 'anchor':
      return { ...event, task: taskIndex(setting, event.task) };
    case 'fuse':
      return {
        at: event.at,
        do: 'fuse',
        method: resolveFusion(event.method),
        tasks: (event.tasks ?? setting.tasks).map((name) => taskIndex(setting, name)),
        on: event.on ?? 'trunk',
      };
    case 'prune':
    case 'quantise':
      return { ...event, on: event.on ?? 'trunk' };
  }
}

function resolveTarget(
  scheme: Extract<WrittenEvent, { do: 'scheme' }>['to'],
  setting: SchemeSetting,
  learningRate: number,
): AloneScheme | HardScheme | SoftScheme {
  switch (scheme.scheme) {
    case 'alone':
      return { kind: 'alone' };
    case 'hard':
      return resolveHard(scheme, setting);
    case 'soft':
      return resolveSoft(scheme, setting, learningRate);
  }
}
