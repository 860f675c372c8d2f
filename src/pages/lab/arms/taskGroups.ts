type Groups = readonly (readonly string[])[];

/** The groups with a task taken into one of them (and so out of the others), or out of it. A group keeps at least one task. */
export function inGroup(groups: Groups, index: number, task: string, on: boolean): Groups {
  return groups
    .map((group, at) => {
      const others = group.filter((name) => name !== task);
      return at === index && on ? [...others, task] : others;
    })
    .filter((group) => group.length > 0);
}

/** What a new group begins with: the first two tasks that are in none. */
export function spareGroup(groups: Groups, tasks: readonly string[]): readonly string[] {
  return tasks.filter((task) => !groups.some((group) => group.includes(task))).slice(0, 2);
}
