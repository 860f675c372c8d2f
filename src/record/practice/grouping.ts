/** Partitions of tasks into groups that train together. */
import type { ArmSpec } from '../../spec/experiment';

/** Task indices, ascending within a group; groups by their first task. */
export type Grouping = readonly (readonly number[])[];

/** The same partition in its one normal form. */
export function normalGrouping(groups: Grouping): Grouping {
  return groups
    .filter((group) => group.length > 0)
    .map((group) => group.toSorted((a, b) => a - b))
    .toSorted((a, b) => (a[0] ?? 0) - (b[0] ?? 0));
}

/** Whether two partitions put the same tasks together, however they are written. */
export function sameGrouping(a: Grouping, b: Grouping): boolean {
  return JSON.stringify(normalGrouping(a)) === JSON.stringify(normalGrouping(b));
}

/** Which tasks an arm trains together: alone none, hard its groups. `null` for schemes that do not group. */
export function groupingOf({ scheme }: Pick<ArmSpec, 'scheme'>, tasks: number): Grouping | null {
  const every = Array.from({ length: tasks }, (_, task) => task);
  if (scheme.kind === 'alone') return every.map((task) => [task]);
  if (scheme.kind !== 'hard') return null;
  if (scheme.groups === null) return [every];
  const grouped = new Set(scheme.groups.flat());
  return normalGrouping([...scheme.groups, ...every.filter((task) => !grouped.has(task)).map((task) => [task])]);
}

/** All partitions of 0 .. tasks-1 into at most `maxGroups` groups, each once, in normal form. */
export function* groupings(tasks: number, maxGroups: number): Generator<Grouping> {
  const groups: number[][] = [];
  function* place(task: number): Generator<Grouping> {
    if (task === tasks) {
      yield groups.map((group) => [...group]);
      return;
    }
    for (const group of groups) {
      group.push(task);
      yield* place(task + 1);
      group.pop();
    }
    if (groups.length >= maxGroups) return;
    groups.push([task]);
    yield* place(task + 1);
    groups.pop();
  }
  yield* place(0);
}
